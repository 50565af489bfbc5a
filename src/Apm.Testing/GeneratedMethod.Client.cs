using System.Globalization;
using System.Reflection;
using Apm.Specs;

namespace Apm.Testing;

/// <content>The options and the calls of the generated client.</content>
internal sealed partial class GeneratedMethod
{
    /// <summary>Options with credentials and settings.</summary>
    /// <param name="link">A link to the host that the client calls; null for the first host of the API.</param>
    /// <param name="names">The values in the recorded requests.</param>
    public ApmClientOptions Options(string? link, RecordedNames names)
    {
        var options = (ApmClientOptions)Activator.CreateInstance(_options)!;
        foreach (var text in _options.GetProperties().Where(property => property.PropertyType == typeof(string) && property.CanWrite))
        {
            text.SetValue(options, RecordedGateway.Credential);
        }

        Set(_options.GetProperty("Merchant")?.GetValue(options), [.. names.Settings(), .. Recorded.Settings()]);

        switch (options)
        {
            case OAuth2ClientOptions token:
                (token.ClientId, token.ClientSecret) = ("", "");
                token.GetCredentialsAsync = _ => ValueTask.FromResult(RecordedGateway.Credential);
                break;
            case SignatureClientOptions signed:
                signed.SigningKey = RecordedGateway.KeyOf(Profile.Signature!);
                signed.ResponseKey = Profile.ResponseSignature is { } responses ? RecordedGateway.KeyOf(responses) : "";
                break;
        }

        // Links are followed within one host.
        options.BaseAddress = _options.GetProperties(BindingFlags.Static | BindingFlags.Public)
            .Select(property => property.GetValue(null))
            .OfType<Uri>()
            .FirstOrDefault(host => Uri.TryCreate(link, UriKind.Absolute, out var address) && host.Authority == address.Authority, options.BaseAddress!);
        return options;
    }

    // The property of a setting has the letters and digits of its name.
    private static void Set(object? settings, IReadOnlyList<(string Name, string? Value)> recorded)
    {
        foreach (var property in settings?.GetType().GetProperties() ?? [])
        {
            var text = recorded.FirstOrDefault(setting => Letters(setting.Name) == Letters(property.Name)).Value;
            property.SetValue(settings, (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType) switch
            {
                { } type when type == typeof(long) =>
                    long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null,
                { } type when type == typeof(bool) => bool.TryParse(text, out var flag) ? flag : null,
                _ => text,
            });
        }
    }

    private static string Letters(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToUpperInvariant();

    /// <summary>A client over a handler.</summary>
    public object Client(HttpClient http, ApmClientOptions options) => Activator.CreateInstance(ClientType, http, options)!;

    public async Task<Payment> PayAsync(object client, object request, CancellationToken cancellationToken = default)
    {
        var pay = ClientType.GetMethods().Single(method =>
            method.Name == "PayAsync"
            && method.GetParameters()[0].ParameterType is { IsGenericType: true } first
            && first.GetGenericTypeDefinition() == typeof(IPaymentRequest<>));
        return (Payment)(await CallAsync(pay.MakeGenericMethod(_payment), client, request, cancellationToken).ConfigureAwait(false))!;
    }

    public async Task<Payment> QueryAsync(object client, string self, CancellationToken cancellationToken = default)
    {
        var query = ClientType.GetMethods().Single(method => method is { Name: "QueryAsync", IsGenericMethod: true });
        return (Payment)(await CallAsync(query.MakeGenericMethod(_payment), client, self, cancellationToken).ConfigureAwait(false))!;
    }

    public Task<object?> CompleteAsync(object client, ApmOrder order, string returned, CancellationToken cancellationToken = default)
    {
        var complete = ClientType.GetMethods().Single(method => method is { Name: "CompleteAsync", IsGenericMethod: true });
        return CallAsync(complete.MakeGenericMethod(_payment), client, order, returned, cancellationToken);
    }

    /// <returns>Null if the gateway has no payment with the reference.</returns>
    public Task<object?> FindAsync(object client, string reference, CancellationToken cancellationToken = default)
    {
        var find = ClientType.GetMethods().Single(method => method is { Name: "FindAsync", IsGenericMethod: true });
        return CallAsync(find.MakeGenericMethod(_payment), client, reference, cancellationToken);
    }

    /// <summary>The message of the compile error for a call that the method does not offer; null if there is none.</summary>
    public string? Refusal(string operation) =>
        Find(Prefix + "NotOffered")?.GetMethod(Pascal(operation) + "Async")?.GetCustomAttribute<ObsoleteAttribute>() is { IsError: true } refused
            ? refused.Message
            : null;

    /// <summary>Calls an operation that the method offers.</summary>
    public Task<object?> CallAsync(string operation, object client, Payment payment, object? body, CancellationToken cancellationToken = default)
    {
        // A body of the method may have no members, and is then not sent.
        body ??= OwnBody(operation) is { } own ? Read("{}", own) : null;
        if (body is not null && IsOwnBody(body.GetType()))
        {
            var request = ClientType.GetMethods().Single(method => IsForOwnBodies(method) && ResultOf(method) == ResultOf(Client(operation)!));
            return CallAsync(request.MakeGenericMethod(_payment), client, payment, body, cancellationToken);
        }

        return CallAsync(SharedCall(operation)!, client, body is null ? [payment, cancellationToken] : [payment, body, cancellationToken]);
    }

    /// <summary>Queries or cancels a refund or a capture, by its id and the id of its payment.</summary>
    public Task<object?> CallOnResultAsync(string operation, object client, string id, string? payment, CancellationToken cancellationToken)
    {
        var call = Client(operation)!;
        var ids = call.GetParameters().Where(parameter => parameter.ParameterType == typeof(string) && !parameter.IsOptional)
            .Select(parameter => (object)(parameter.Name == "paymentId" ? payment ?? id : id));
        return CallAsync(call, client, [.. ids, cancellationToken]);
    }

    /// <summary>Sends a call without the checks of the client, such as a request that the gateway refuses.</summary>
    public async Task<object?> SendAsync(HttpClient http, ApmClientOptions options, ApmCall call, CancellationToken cancellationToken)
    {
        if (Result(call.Operation.Id) != _payment)
        {
            await new ApmTransport(http, options, Profile).SendAsync(call, cancellationToken).ConfigureAwait(false);
            return null;
        }

        var send = typeof(ApmTransport).GetMethods().Single(method => method is { Name: "SendAsync", IsGenericMethod: true });
        return await CallAsync(send.MakeGenericMethod(_payment), new ApmTransport(http, options, Profile), call, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<object?> CallAsync(MethodInfo method, object client, params object[] given)
    {
        var parameters = method.GetParameters();
        var arguments = new object?[parameters.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i] = i == arguments.Length - 1 ? given[^1] : i < given.Length - 1 ? given[i] : null;
        }

        var task = (Task)method.Invoke(client, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;
        await task.ConfigureAwait(false);
        return method.ReturnType.IsGenericType ? task.GetType().GetProperty("Result")!.GetValue(task) : null;
    }

    // The member of the client for an operation; the one for all methods is not one of a single operation.
    private MethodInfo? Client(string operation) => ClientType.GetMethods()
        .FirstOrDefault(method => method.Name == Pascal(operation) + "Async"
            && (!OperationId.IsOfApi(operation) || method.IsGenericMethod));

    private static bool IsForOwnBodies(MethodInfo method) => method.IsGenericMethod
        && method.GetParameters() is [_, { ParameterType: { IsGenericType: true } request }, ..]
        && request.GetGenericTypeDefinition() == typeof(IOperationRequest<>);

    // Null for the payment, which is a parameter of the method.
    private static Type? ResultOf(MethodInfo method) => !method.ReturnType.IsGenericType ? typeof(void)
        : method.ReturnType.GetGenericArguments()[0] is { IsGenericParameter: false } type ? type
        : null;

    // Null if the method does not offer the operation: its payment lacks the interface.
    private MethodInfo? SharedCall(string operation)
    {
        try
        {
            return Client(operation) is { IsGenericMethod: true } call ? call.MakeGenericMethod(_payment) : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
