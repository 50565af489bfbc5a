using System.Globalization;
using System.Reflection;
using Apm.Specs;

namespace Apm.Testing;

/// <summary>What generated code read, in the words of a file of exchanges.</summary>
internal static class GeneratedReading
{
    private static readonly PropertyInfo s_id = Member(typeof(Payment), "Id");
    private static readonly MethodInfo s_value = typeof(Payment).GetMethod("GetPaidValue", BindingFlags.Instance | BindingFlags.NonPublic)!;
    private static readonly MethodInfo s_reference = typeof(Payment).GetMethod("GetReference", BindingFlags.Instance | BindingFlags.NonPublic)!;
    private static readonly PropertyInfo s_status = Member(typeof(Payment), "Status");
    private static readonly PropertyInfo s_resultStatus = Member(typeof(OperationResult), "StatusText");
    private static readonly PropertyInfo s_type = Member(typeof(PaymentEvent), "TypeText");

    public static string? IdOf(Payment payment) => NullIfEmpty(s_id.GetValue(payment));

    /// <summary>The money of a payment as the shop knows it; null if it does not.</summary>
    public static Money? ValueOf(Payment payment) => (Money?)s_value.Invoke(payment, null);

    /// <summary>The reference of a payment as the shop knows it; null if it does not.</summary>
    public static string? ReferenceOf(Payment payment) => (string?)s_reference.Invoke(payment, null);

    public static string? StatusOf(Payment payment) => NullIfEmpty(s_status.GetValue(payment));

    /// <param name="payment">A payment.</param>
    /// <param name="method">Its types.</param>
    /// <param name="stated">The members in it are read.</param>
    public static ExchangeReading Of(Payment payment, GeneratedMethod method, ExchangeReading stated) => new()
    {
        Id = IdOf(payment),
        Status = StatusOf(payment),
        State = State(payment.State),
        Self = payment.Self,
        Redirect = payment.Redirect,
        QrCode = payment.QrCode,
        Next = Next(payment, method),
        Operations = stated.Operations is null ? null : method.Available(payment).ToEquatableArray(),
        Members = stated.Members?
            .Select(member => new ExchangeMember(member.Path, Text(ByPath(payment, typeof(Payment), member.Path), method.MoneyFormat)))
            .ToEquatableArray(),
        Value = Amount(payment, "Value", method.MoneyFormat),
        Captured = Amount(payment, "CapturedValue", method.MoneyFormat),
        Refunded = Amount(payment, "RefundedValue", method.MoneyFormat),
        Reference = payment.GetType().GetProperty("Reference")?.GetValue(payment) as string,
    };

    private static EquatableArray<ExchangeMember>? Next(Payment payment, GeneratedMethod method)
    {
        if (payment.GetType().GetProperty("Next")?.GetValue(payment) is not NextAction next)
        {
            return null;
        }

        var members = new List<ExchangeMember>
        {
            new("is", KebabCase.Of(next.GetType().Name[..^"Action".Length])),
            new("name", next.Name),
        };
        foreach (var property in next.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        {
            var value = property.GetValue(next);
            if (value is IReadOnlyList<KeyValuePair<string, string>> fields)
            {
                members.AddRange(fields.Select(field => new ExchangeMember("fields." + field.Key, field.Value)));
            }
            else
            {
                members.Add(value is bool isPost
                    ? new ExchangeMember("method", isPost ? "POST" : "GET")
                    : new ExchangeMember(KebabCase.Of(property.Name), value is string text ? text : Text(value, method.MoneyFormat)));
            }
        }

        return members.ToEquatableArray();
    }

    /// <summary>The error of a refused payment; null if it was not refused.</summary>
    public static ApmGatewayException? ErrorOf(Payment payment) => payment.GetType().GetProperty("Error")?.GetValue(payment) as ApmGatewayException;

    /// <param name="result">A refund, a capture or an acknowledgement.</param>
    /// <param name="method">The types of the method.</param>
    /// <param name="stated">The members in it are read.</param>
    public static ExchangeReading Of(OperationResult result, GeneratedMethod method, ExchangeReading stated) =>
        new() { Result = Result(result, method.MoneyFormat, stated) };

    private static ExchangeResult Result(OperationResult result, MoneyFormat? format, ExchangeReading stated) => new()
    {
        Id = result.Id,
        Status = NullIfEmpty(s_resultStatus.GetValue(result)),
        State = result.GetType().GetProperty("State")?.GetValue(result)?.ToString() is { } state ? Enum.Parse<ResultState>(state) : null,
        Value = Text(result.GetType().GetProperty("Value")?.GetValue(result), format),
        Payment = result.GetType().GetProperty("PaymentId")?.GetValue(result) as string,
        Members = stated.Result?.Members?
            .Select(member => new ExchangeMember(member.Path, Text(ByPath(result, typeof(OperationResult), member.Path), format)))
            .ToEquatableArray(),
    };

    /// <param name="error">The error that the client threw, or that a refused payment has.</param>
    /// <param name="payment">The payment that the error contains; null if it contains none.</param>
    /// <param name="method">The types of the method.</param>
    /// <param name="stated">The code in it is one of those whose name generated code knows, but not which. It does not know a code without a name.</param>
    public static ExchangeReading Of(ApmGatewayException error, Payment? payment, GeneratedMethod method, ExchangeReading stated) =>
        (payment is null ? ExchangeReading.Nothing : Of(payment, method, stated)) with
    {
        Error = error.ErrorName,
        Code = error.IsDuplicateReference ? ErrorKind.DuplicateReference
            : stated.Code != ErrorKind.DuplicateReference && IsDeclared(error.ErrorName, method.Profile) ? stated.Code
            : null,
        Message = error.GatewayMessage,
        Errors = error.Errors.Select(detail => new ExchangeErrorDetail(detail.JsonPath, detail.ErrorName, detail.Message)).ToEquatableArray(),
    };

    private static bool IsDeclared(string? error, ApiProfile profile) =>
        error is null || profile.HasUnnamedErrors || profile.ErrorNames.Contains(error);

    /// <param name="webhook">A webhook.</param>
    /// <param name="profile">The API's webhooks.</param>
    /// <param name="stated">The members in it are read.</param>
    public static ExchangeReading Of(PaymentEvent webhook, WebhookProfile profile, ExchangeReading stated) => new()
    {
        Id = NullIfEmpty(webhook.Id),
        Type = NullIfEmpty(s_type.GetValue(webhook)),
        State = State(webhook.State),
        Classification = webhook.Classification,
        Timestamp = Text(webhook.Timestamp, null),
        Reference = webhook.TransactionReference,
        Payment = webhook.PaymentLink,
        Method = webhook.Method,
        Value = Text(webhook.Value, profile.MoneyFormat),
        Result = ResultIn(webhook, profile, stated),
        Object = webhook.GetType().GetProperty("Payment")?.GetValue(webhook) is Payment payment ? PaymentIn(payment, profile) : null,
        Members = stated.Members?
            .Select(member => new ExchangeMember(member.Path, MemberOf(webhook, member.Path, profile.MoneyFormat)))
            .ToEquatableArray(),
    };

    // The refund or the capture that the webhook contains or names.
    private static ExchangeResult? ResultIn(PaymentEvent webhook, WebhookProfile profile, ExchangeReading stated) =>
        new[] { "Refund", "Capture" }.Select(name => webhook.GetType().GetProperty(name)?.GetValue(webhook)).FirstOrDefault(found => found is not null) switch
        {
            WebhookRefund refund => new ExchangeResult { Id = refund.Id, State = Enum.Parse<ResultState>(refund.State.ToString()) },
            WebhookCapture capture => new ExchangeResult { Id = capture.Id, State = Enum.Parse<ResultState>(capture.State.ToString()) },
            OperationResult result => Result(result, profile.MoneyFormat, stated),
            _ => null,
        };

    private static ExchangeReading PaymentIn(Payment payment, WebhookProfile profile) => new()
    {
        Id = IdOf(payment),
        Status = StatusOf(payment),
        State = State(payment.State),
        Self = payment.Self,
        Redirect = payment.Redirect,
        QrCode = payment.QrCode,
        Reference = payment.GetType().GetProperty("Reference")?.GetValue(payment) as string,
        Value = Amount(payment, "Value", profile.MoneyFormat),
        Captured = Amount(payment, "CapturedValue", profile.MoneyFormat),
        Refunded = Amount(payment, "RefundedValue", profile.MoneyFormat),
    };

    private static string? MemberOf(PaymentEvent webhook, string name, MoneyFormat? money) => webhook.GetType().GetProperties()
        .Where(property => property.PropertyType.IsAssignableTo(typeof(EventDetails)))
        .Select(property => property.GetValue(webhook))
        .OfType<EventDetails>()
        .Select(details => Text(MemberOf(details, typeof(EventDetails), name), MoneyFormatOf(details) ?? money))
        .FirstOrDefault(value => value is not null);

    // The generator makes words of a name, and appends "Value" to a name that every generated type has. Members can be null, the id
    // and the status of a payment cannot.
    private static object? MemberOf(object owner, Type runtimeType, string name)
    {
        var nullability = new NullabilityInfoContext();
        var letters = Letters(name);
        return owner.GetType().GetProperties()
            .Where(property => !property.DeclaringType!.IsAssignableFrom(runtimeType) && nullability.Create(property).ReadState == NullabilityState.Nullable)
            .Select(property => (property, Name: Letters(property.Name)))
            .Where(one => one.Name.StartsWith(letters, StringComparison.Ordinal)
                && one.Name[letters.Length..].Replace("value", "", StringComparison.Ordinal).Length == 0)
            .OrderBy(one => one.Name.Length)
            .FirstOrDefault().property?.GetValue(owner);
    }

    private static string? Amount(Payment payment, string name, MoneyFormat? format) =>
        payment.GetType().GetProperty(name)?.GetValue(payment) is Money money ? Text(money, format) : null;

    // The property that names the member, or the one whose name is made from the last name of the path.
    private static object? ByPath(object owner, Type runtimeType, string path) =>
        owner.GetType().GetProperties().FirstOrDefault(property => property.GetCustomAttribute<ApmMemberAttribute>()?.Path == path) is { } named
            ? named.GetValue(owner)
            : MemberOf(owner, runtimeType, MemberPath.NameOf(path));

    private static string Letters(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    private static MoneyFormat? MoneyFormatOf(EventDetails details) =>
        details.GetType().GetField("TheMoneyFormat", BindingFlags.Static | BindingFlags.NonPublic)?.GetValue(null) as MoneyFormat;

    private static string? Text(object? value, MoneyFormat? format) => value switch
    {
        null => null,
        Money money => MoneyText(money, format),
        bool boolean => boolean ? "true" : "false",
        DateTimeOffset time => ExchangeReading.TextOf(time),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static string MoneyText(Money money, MoneyFormat? format)
    {
        try
        {
            return ExchangeReading.TextOf(money.ToMajor(), money.Currency);
        }
        catch (InvalidOperationException)
        {
            return format?.TryGetDecimals(money.Currency, out var decimals) == true
                ? ExchangeReading.TextOf(Enumerable.Repeat(10m, decimals).Aggregate((decimal)money.MinorUnits, (amount, ten) => amount / ten), money.Currency)
                : ExchangeReading.TextOf(money.MinorUnits, money.Currency);
        }
    }

    private static Specs.PaymentState State(PaymentState state) => Enum.Parse<Specs.PaymentState>(state.ToString());

    public static string? NullIfEmpty(object? text) => text is "" ? null : (string?)text;

    private static PropertyInfo Member(Type type, string name) =>
        type.GetProperty(name, BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic) ?? throw new MissingMemberException(type.Name, name);
}
