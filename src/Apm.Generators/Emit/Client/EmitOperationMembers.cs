using Apm.Specs;

namespace Apm.Generators;

/// <summary>The members of the client that send operations on an existing payment.</summary>
internal static class EmitOperationMembers
{
    public static IEnumerable<ClientMember> Of(ApiModel api)
    {
        foreach (var (operation, model) in GeneratedOperation.Of(api))
        {
            yield return Member(operation, model, api);
        }

        foreach (var kind in GeneratedOperation.Of(api).Select(pair => pair.Model.Result).Distinct().OrderBy(kind => kind))
        {
            yield return OwnRequests(kind, api);
        }
    }

    private static ClientMember Member(GeneratedOperation operation, OperationModel model, ApiModel api)
    {
        var body = operation.BodyType(model, api);
        var isOptional = model.Body is { } root && GeneratedOperation.IsOptional(root);
        var validation = body is null
            ? ""
            : "\n/// <exception cref=\"global::Apm.ApmValidationException\">"
                + "The request violates a rule of the payment's method. Nothing was sent.</exception>";
        var parameter = body is null ? "" : isOptional ? $"{body}? request = null, " : $"{body} request, ";
        var check = body is null || isOptional ? "" : "\n    global::System.ArgumentNullException.ThrowIfNull(request);";
        var written = "global::Apm.ApmBody.Of(request, payment.Validate(request))";
        var takesKey = ClientMember.TakesKey(model, api);
        var none = isOptional && !IsAlwaysSent(model.Body) ? "request is null ? global::Apm.ApmBody.None : " : "";
        var sentBody = body is not null ? ClientMember.BodyOf(none + written, api) : api.UsesValues ? "Values = values, " : "";
        var sent = ClientMember.Key(takesKey, api) + sentBody;
        var key = takesKey ? "idempotencyKey" : "null";
        var values = api.UsesValues ? $"\n    var values = _transport.CreateValues({ClientMember.Field(model.Id)}, payment, {key});" : "";
        var created = isOptional && IsAlwaysSent(model.Body) ? "\n    request ??= new();" : "";
        var summary = model.Summary is { } own
            ? $"/// <summary>{CSharpText.Xml(own)} For payments of methods that offer it.</summary>"
            : $"/// <summary>Sends the operation <c>{CSharpText.Xml(operation.Id)}</c>, for payments of methods that offer it.</summary>";
        return new ClientMember(
            $$"""
            {{summary}}{{ClientMember.KeyDocs(takesKey)}}
            {{ClientMember.NotAvailableError}}{{validation}}
            {{ClientMember.SendErrors}}{{EmitResult.Docs(model.Result, api)}}
            """,
            model,
            $"{EmitResult.Task(model.Result, api, "TPayment")} {operation.MethodName}<TPayment>"
                + $"(TPayment payment, {parameter}{ClientMember.KeyParameter(takesKey)}{ClientMember.Token})",
            $"{ClientMember.Payment(api)}, {operation.Interface}",
            $$"""
            {
                global::System.ArgumentNullException.ThrowIfNull(payment);{{check}}{{created}}{{values}}
                var call = {{Call(model, api)}} with { {{sent}}Self = payment.Self };
                {{EmitResult.Send(model.Result, api, "call")}}
            }
            """);
    }

    /// <summary>The member that the overloads of the methods call for operations with a body that is specific to a method.</summary>
    /// <param name="kind">What the operations result in.</param>
    public static string OwnRequestsName(ResultKind kind) => kind switch
    {
        ResultKind.Payment => "RequestAsync",
        ResultKind.Nothing => "RequestWithoutResultAsync",
        _ => $"Request{kind}Async",
    };

    /// <summary>Whether one of the operations takes an idempotency key.</summary>
    public static bool OwnRequestsTakeKey(ResultKind kind, ApiModel api) =>
        GeneratedOperation.Of(api).Any(pair => pair.Model.Result == kind && ClientMember.TakesKey(pair.Model, api));

    private static ClientMember OwnRequests(ResultKind kind, ApiModel api)
    {
        var takesKey = OwnRequestsTakeKey(kind, api);
        var call = $"call with {{ {ClientMember.Key(takesKey, api)}{ClientMember.BodyOf("global::Apm.ApmBody.Of(request)", api)}Self = payment.Self }}";
        var key = takesKey ? "idempotencyKey" : "null";
        var values = api.UsesValues ? $"\n    var values = _transport.CreateValues(call.Operation, payment, {key});" : "";
        var cases = string.Join(
            "\n        ",
            GeneratedOperation.Of(api)
                .Where(pair => pair.Model.Result == kind)
                .Select(pair => $"{CSharpText.Literal(pair.Operation.Id)} => {Call(pair.Model, api)},"));
        const string Summary =
            "/// <summary>Sends an operation with a request that is specific to the payment method. The overloads of the methods call it.</summary>";
        return new ClientMember(
            $$"""
            {{Summary}}{{ClientMember.KeyDocs(takesKey)}}
            {{ClientMember.NotAvailableError}}
            /// <exception cref="global::Apm.ApmValidationException">The request violates a rule. Nothing was sent.</exception>
            {{ClientMember.SendErrors}}{{EmitResult.Docs(kind, api)}}
            """,
            null,
            $"{EmitResult.Task(kind, api, "TPayment")} {OwnRequestsName(kind)}<TPayment>"
                + $"(TPayment payment, global::Apm.IOperationRequest<TPayment> request, {ClientMember.KeyParameter(takesKey)}{ClientMember.Token})",
            ClientMember.Payment(api),
            $$"""
            {
                global::System.ArgumentNullException.ThrowIfNull(payment);
                global::System.ArgumentNullException.ThrowIfNull(request);
                var call = request.Operation switch
                {
                    {{cases}}
                    var other => throw new global::System.ArgumentException("The gateway has no operation '" + other + "'.", nameof(request)),
                };{{values}}
                {{EmitResult.Send(kind, api, call)}}
            }
            """);
    }

    // A body with constants is sent even if the caller sets no member.
    private static bool IsAlwaysSent(FieldModel? body) => body?.Members.Any(member => member.Required) == true;

    private static string Call(OperationModel model, ApiModel api)
    {
        var arguments = RefusedWhile(model, api).Prepend(model.Id);
        var place = model.TargetIsLink
            ? $"Link = payment.RequireLink({CSharpText.Join(arguments.Prepend(model.Target).Select(CSharpText.Literal))})"
            : $"PaymentId = payment.RequireId({CSharpText.Join(arguments.Select(CSharpText.Literal))})";
        return $"new global::Apm.ApmCall({ClientMember.Field(model.Id)}) {{ {place} }}";
    }

    /// <summary>For a link whose meaning depends on the status: the statuses in which it has another meaning.</summary>
    private static IEnumerable<string> RefusedWhile(OperationModel model, ApiModel api) => api.Operations
        .Where(other => other.Id != model.Id && other.Verb == model.Verb && other.Target == model.Target)
        .SelectMany(other => other.While).Except(model.While);
}
