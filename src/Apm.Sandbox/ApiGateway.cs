using System.Text.Json;
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
    private readonly Router _router = new(api);
    private readonly ShopActions _actions = new(api, options);

    public ApiModel Api => api;

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
            return AvailableActions.Choose(candidates, Find(match.Payment), !request.Body.IsEmpty);
        }
    }

    public bool Owns(string? id)
    {
        lock (store.Lock)
        {
            return Find(id) is not null;
        }
    }

    /// <summary>How well a request matches this gateway. The most significant property is first.</summary>
    public (bool HasHeaders, bool NamesMethod, bool Authenticates, int Headers) Likeness(GatewayRequest request) => (
        RequestHeaders.AllMatch(api, request),
        BodyReader.Read(api, request) is { Error: null, Body: var body } && new MethodSelector(api, methods).Select(body) is not null,
        Authentication.IsRight(api.Authentication, options.Credentials, request),
        api.Headers.Count);

    public GatewayResponse Handle(RouteMatch match, GatewayRequest request)
    {
        if (!Authentication.IsRight(api.Authentication, options.Credentials, request))
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
            var payment = Find(match.Payment);
            return Once(request, () => Handle(AvailableActions.Choose(candidates, payment, !request.Body.IsEmpty), payment, request));
        }
    }

    // A gateway with an idempotency header repeats its response and performs nothing twice.
    private GatewayResponse Once(GatewayRequest request, Func<GatewayResponse> handle)
    {
        if (api.IdempotencyHeader is not { } name || request.Method == "GET" || request.Header(name) is not { } key)
        {
            return handle();
        }

        if (!store.TryFindAnswer(api.Id, key, out var answer))
        {
            answer = handle();
            if (answer.Status < 400)
            {
                store.Keep(api.Id, key, answer);
            }
        }

        return answer;
    }

    private GatewayResponse Handle(OperationModel operation, PaymentRecord? payment, GatewayRequest request) =>
        operation.Id == OperationId.Pay ? Pay(operation, request)
        : payment is null ? Errors.Of(ErrorKind.NotFound, "There is no such payment.")
        : operation.Id == OperationId.Query ? Query(operation, payment, request)
        : Act(operation, payment, request);

    private GatewayResponse Pay(OperationModel operation, GatewayRequest request)
    {
        var (body, error) = BodyReader.Read(api, request);
        if (error is { } wrong)
        {
            return Errors.Of(wrong.Kind, wrong.Message);
        }

        var selector = new MethodSelector(api, methods);
        if (selector.Select(body) is not { } method)
        {
            return Errors.Invalid(selector.Explain(body));
        }

        var violations = new RequestInterpreter(api).Check(method, body);
        if (violations.Count > 0)
        {
            return Errors.Invalid(violations);
        }

        var payment = PaymentFactory.Create(api, method, body, request.Origin, webhooks, options.TimeProvider.GetUtcNow());
        if (payment.Reference is { } reference && store.IsTaken(api.Id, reference))
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

    private GatewayResponse Query(OperationModel operation, PaymentRecord payment, GatewayRequest request)
    {
        var answer = Answers.Of(operation, payment, request.Origin);
        if (options.RefundsTake is null)
        {
            _actions.FinishRefund(payment);
        }

        return answer;
    }

    private GatewayResponse Act(OperationModel operation, PaymentRecord payment, GatewayRequest request)
    {
        if (!AvailableActions.IsOffered(payment, operation))
        {
            return Errors.Of(ErrorKind.ActionUnavailable, "The action is not available for this payment now.");
        }

        JsonElement? body = null;
        if (payment.Method.Operation(operation.Id)?.Body is { } root && (!request.Body.IsEmpty || root.Members.Any(member => member.Required)))
        {
            var (read, error) = BodyReader.Read(api, request);
            if (error is { } wrong)
            {
                return Errors.Of(wrong.Kind, wrong.Message);
            }

            body = read;
        }

        return _actions.Apply(operation, payment, body) is { Count: > 0 } violations
            ? Errors.Invalid(violations)
            : Answers.Of(operation, payment, request.Origin);
    }

    private PaymentAnswers Answers => new(api, _router, recorded);

    private PaymentRecord? Find(string? id)
    {
        if (id is null || !store.TryFind(id, out var payment) || payment.Api.Id != api.Id)
        {
            return null;
        }

        _actions.FinishSale(payment);
        _actions.FinishRefund(payment, options.RefundsTake);
        return payment;
    }
}
