using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>One API version of a gateway, as its spec describes it.</summary>
internal sealed class ApiGateway(
    ApiModel api,
    IReadOnlyList<MethodModel> methods,
    PaymentStore store,
    SandboxWebhooks webhooks,
    RecordedResponses recorded,
    SandboxOptions options)
{
    private readonly string[] _maps = MapPaths.Of(methods);
    private readonly Router _router = new(api);
    private readonly RepeatedRequests _repeated = new(api, MapPaths.Of(methods), options);
    private readonly OperationBodies _bodies = new(api, MapPaths.Of(methods));
    private readonly ResultActions _results = new(api, store, options);
    private readonly ShopActions _actions = new(api, new(api, store, options), options);

    public ApiModel Api => api;

    public AccessTokens Tokens { get; } = new(api, options);

    public IReadOnlyList<MethodModel> Methods => methods;

    public Router Router => _router;

    public ErrorAnswers Errors { get; } = new(api);

    /// <summary>Null if no operation at the path has the verb.</summary>
    public OperationModel? Choose(RouteMatch match, GatewayRequest request)
    {
        var candidates = match.Operations.Where(operation => operation.Verb == request.Method).ToList();
        if (candidates.Count == 0)
        {
            return null;
        }

        lock (store.Lock)
        {
            return AvailableActions.Choose(api, candidates, Find(NamedPayment.Of(api, match, request, _maps)), request);
        }
    }

    /// <summary>Whether the payment or the refund or capture in the path is one of this gateway.</summary>
    public bool Owns(RouteMatch match, GatewayRequest request)
    {
        lock (store.Lock)
        {
            return Find(NamedPayment.Of(api, match, request, _maps)) is not null || FindResult(match) is not null;
        }
    }

    /// <summary>How well a request matches this gateway. The most significant property is first.</summary>
    public (bool HasHeaders, bool NamesMethod, bool Authenticates, int Headers) Likeness(GatewayRequest request) => (
        RequestHeaders.AllMatch(api, request),
        BodyReader.Read(api, request, _maps) is { Error: null, Body: var body } && new MethodSelector(api, methods).Select(body) is not null,
        Authentication.IsRight(api.Authentication, options, Tokens, request),
        api.Headers.Count);

    public GatewayResponse Handle(RouteMatch match, GatewayRequest request)
    {
        var answer = Answer(match, request);
        return api.ResponseSignature is { } signature
            ? MessageSigner.Signed(signature, options.Credentials, request, answer, options.TimeProvider.GetUtcNow())
            : answer;
    }

    private GatewayResponse Answer(RouteMatch match, GatewayRequest request)
    {
        if (!Authentication.IsRight(api.Authentication, options, Tokens, request))
        {
            return Errors.Unauthorized();
        }

        if (RequestHeaders.Check(api, request) is { } header)
        {
            return Errors.Of(header.Kind, header.Message);
        }

        if (request.Body.Length > options.MaxBodyBytes)
        {
            return Errors.BodyTooLarge(options.MaxBodyBytes);
        }

        lock (store.Lock)
        {
            var candidates = match.Operations.Where(operation => operation.Verb == request.Method).ToList();
            var payment = Find(NamedPayment.Of(api, match, request, _maps));
            var operation = match.Result is null ? AvailableActions.Choose(api, candidates, payment, request) : candidates[0];
            return _repeated.Once(operation, request, () => match.Result is null
                ? Handle(operation, payment, request)
                : HandleResult(operation, FindResult(match)));
        }
    }

    private GatewayResponse Handle(OperationModel operation, PaymentRecord? payment, GatewayRequest request) =>
        QueryStrings.Problem(operation, request) is { } problem ? Errors.Invalid([problem])
        : operation.Id == OperationId.Pay ? Pay(operation, request)
        : operation.Id == OperationId.Find ? Found(operation, payment, request)
        : operation.Id == OperationId.Complete ? Complete(operation, payment, request)
        : payment is null ? Errors.Of(ErrorKind.NotFound, "There is no such payment.")
        : operation.Id == OperationId.Query ? Query(operation, payment, request)
        : Act(operation, payment, request);

    private GatewayResponse Pay(OperationModel operation, GatewayRequest request)
    {
        var (body, error) = BodyReader.Read(api, request, _maps);
        if (error is { } wrong)
        {
            return Errors.Of(wrong.Kind, wrong.Message);
        }

        var selector = new MethodSelector(api, methods);
        if (selector.Select(body) is not { } method)
        {
            return Errors.Invalid(selector.Explain(body));
        }

        body = OutsideBody.Merge(method.Request, body, request.Query, request.Header);
        var violations = new RequestInterpreter(api) { Clock = options.TimeProvider }.Check(method, body);
        if (violations.Count > 0)
        {
            return Errors.Invalid(violations);
        }

        var payment = PaymentFactory.Create(api, method, body, request.Origin, webhooks, options.TimeProvider.GetUtcNow());
        if (payment.Reference is { } reference && RefusesUsedReference && store.IsTaken(api.Id, reference))
        {
            return Errors.Of(ErrorKind.DuplicateReference, "Another payment has this reference.");
        }

        store.Add(payment);
        var isWithoutCustomer = recorded.IsWithoutCustomer(api, method, body);
        if (!payment.IsUndecided || isWithoutCustomer)
        {
            // The gateway has no status for a payment that waits, so the customer has already agreed.
            CustomerActions.Apply(Decision.Authorize, payment, options.SaleDue);
        }

        return Answers.Of(operation, payment, request.Origin, isWithoutCustomer ? null : HostedPage.AddressOf(payment));
    }

    private GatewayResponse Found(OperationModel operation, PaymentRecord? payment, GatewayRequest request)
    {
        if (_bodies.CheckConstants(operation, request) is { } refused)
        {
            return refused;
        }

        return payment is not null ? FoundAnswers.Of(operation, Answers.Of(operation, payment, request.Origin))
            : FoundAnswers.IsList(operation) ? FoundAnswers.Nothing(operation)
            : Errors.Of(ErrorKind.NotFound, "There is no such payment.");
    }

    private GatewayResponse Complete(OperationModel operation, PaymentRecord? named, GatewayRequest request)
    {
        if (_bodies.CheckConstants(operation, request) is { } refused)
        {
            return refused;
        }

        var body = _bodies.Constants(operation, request);
        var (values, path) = SentParameters.Of(operation, request, body);
        var payments = store.All.Where(known => known.Api.Id == api.Id);
        return CustomerReturn.Complete(payments, named, values, options.SaleDue) is { } payment ? Answers.Of(operation, payment, request.Origin)
            : path is null ? Errors.Of(ErrorKind.NotFound, "There is no payment with this return, or it was used before.")
            : Errors.Invalid([new BodyViolation("$." + path, BodyRule.Value, "Field must be of the customer's return, and is accepted once")]);
    }

    private GatewayResponse Query(OperationModel operation, PaymentRecord payment, GatewayRequest request)
    {
        if (_bodies.CheckConstants(operation, request) is { } refused)
        {
            return refused;
        }

        var answer = Answers.Of(operation, payment, request.Origin);
        Finish(payment);
        return answer;
    }

    // Without a duration, a refund is complete when the shop has seen it once.
    private void Finish(PaymentRecord payment)
    {
        if (options.RefundsTake is null)
        {
            _actions.FinishRefund(payment);
            _results.Finish(payment, null);
        }
    }

    private GatewayResponse HandleResult(OperationModel operation, ResultRecord? result)
    {
        if (result is null)
        {
            return Errors.Of(ErrorKind.NotFound, "There is no such object.");
        }

        if (operation.Id is ResultOperationId.CancelRefund or ResultOperationId.CancelCapture && !ResultActions.TryCancel(result, operation))
        {
            return Errors.Of(ErrorKind.ActionUnavailable, "It cannot be cancelled now.");
        }

        var answer = ResultAnswers.Of(operation, result);
        Finish(result.Payment);
        return answer;
    }

    private GatewayResponse Act(OperationModel operation, PaymentRecord payment, GatewayRequest request)
    {
        if (!AvailableActions.IsOffered(payment, operation))
        {
            return Errors.Of(
                ErrorKind.ActionUnavailable,
                "The action is not available for this payment now.",
                () => Answers.Body(api.Operation(OperationId.Query) ?? operation, payment, request.Origin));
        }

        var (body, error) = _bodies.Read(operation, payment, request);
        if (error is { } wrong)
        {
            return Errors.Of(wrong.Kind, wrong.Message);
        }

        var before = payment.Captured + payment.Refunded;
        var answer = _actions.Apply(operation, payment, body, out var result) is { Count: > 0 } violations ? Errors.Invalid(violations)
            : result is not null ? ResultAnswers.Of(operation, result)
            : operation.Result == ResultKind.Payment ? Answers.Of(operation, payment, request.Origin)
            : ResultAnswers.Accepted(operation, payment, webhooks.TellAccepted(operation, payment, payment.Captured + payment.Refunded - before));
        if (api.Operation(OperationId.Query) is null)
        {
            // No query of the payment completes it later.
            Finish(payment);
        }

        return answer;
    }

    // A gateway that recovers in another way accepts two payments with one reference.
    private bool RefusesUsedReference => api.Recovery is null or { Kind: RecoveryKind.DuplicateReference };

    private PaymentAnswers Answers => new(api, _router, recorded);

    private ResultAnswers ResultAnswers => new(api, recorded);

    private PaymentRecord? Find(NamedPayment named) =>
        Find(named.Id ?? (named.Reference is { } reference && store.TryFindByReference(api.Id, reference, out var payment) ? payment.Id : null));

    private PaymentRecord? Find(string? id)
    {
        if (id is null || !store.TryFind(id, out var payment) || payment.Api.Id != api.Id)
        {
            return null;
        }

        _actions.FinishSale(payment);
        _actions.FinishRefund(payment, options.RefundsTake);
        if (options.RefundsTake is { } takes)
        {
            _results.Finish(payment, takes);
        }

        return payment;
    }

    // The path of a refund can also have the id of its payment.
    private ResultRecord? FindResult(RouteMatch match)
    {
        if (match.Result is null
            || !store.TryFindResult(match.Result, out var result)
            || result.Payment.Api.Id != api.Id
            || (match.Payment is { } payment && payment != result.Payment.Id)
            || match.Operations.All(operation => result.Model.Operations.All(own => own.Id != operation.Id)))
        {
            return null;
        }

        Find(result.Payment.Id);
        return result;
    }
}
