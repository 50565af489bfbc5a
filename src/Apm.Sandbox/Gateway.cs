using Apm.Specs;

namespace Apm.Sandbox;

// docs/decisions/sandbox.md
/// <summary>
/// A payment gateway that behaves as its specs describe, without a host: it takes a request and returns a response. All state is in
/// memory. It is thread-safe.
/// </summary>
public sealed class Gateway
{
    private readonly SandboxOptions _options;
    private readonly PaymentStore _store = new();
    private readonly IReadOnlyList<ApiGateway> _apis;
    private readonly HostedPage _page;

    /// <summary>Reads the specs and creates the gateway.</summary>
    /// <param name="options">The options; null for the defaults.</param>
    /// <exception cref="SandboxSpecException">The specs describe no payment method without errors.</exception>
    public Gateway(SandboxOptions? options = null)
    {
        _options = options ?? new();
        var specs = SandboxSpecs.Load(_options);
        Diagnostics = [.. specs.Diagnostics, .. RecordedResponses.Diagnostics(_options)];
        Apis = specs.Apis;
        Methods = specs.Methods;
        if (Methods.Count == 0)
        {
            throw new SandboxSpecException(Diagnostics);
        }

        Webhooks = new(_options.Webhooks, _options.TimeProvider);
        var recorded = new RecordedResponses(_options);
        _apis =
        [
            .. Apis.Select(api => new ApiGateway(api, [.. Methods.Where(method => method.Api == api.Id)], _store, Webhooks, recorded, _options))
                .Where(api => api.Methods.Count > 0),
        ];
        _page = new(_store, _options);
        Customer = new(CreateHandler());
    }

    /// <summary>The API versions whose specs have no errors.</summary>
    public IReadOnlyList<ApiModel> Apis { get; }

    /// <summary>The payment methods whose specs have no errors.</summary>
    public IReadOnlyList<MethodModel> Methods { get; }

    /// <summary>
    /// All diagnostics of the specs and of the project's own exchanges, of every severity. A method whose spec has errors is left out of
    /// <see cref="Methods"/>, and a recorded response with errors is not used.
    /// </summary>
    public IReadOnlyList<SpecDiagnostic> Diagnostics { get; }

    /// <summary>The credentials of shops.</summary>
    public SandboxCredentials Credentials => _options.Credentials;

    /// <summary>The faults that a test arms.</summary>
    public SandboxFaults Faults { get; } = new();

    /// <summary>The number of received requests.</summary>
    public RequestCounter Received { get; } = new();

    /// <summary>The webhooks of the gateway.</summary>
    public SandboxWebhooks Webhooks { get; }

    /// <summary>Simulates the customer at the hosted page, in process.</summary>
    public SandboxCustomer Customer { get; }

    /// <summary>All payments, the oldest first.</summary>
    public IReadOnlyList<SandboxPayment> Payments
    {
        get
        {
            lock (_store.Lock)
            {
                return [.. _store.All.Select(Snapshot)];
            }
        }
    }

    /// <summary>Creates a handler for an <see cref="HttpClient"/> that reaches this gateway without a socket. The client may have any base
    /// address: links begin with it.</summary>
    public SandboxHandler CreateHandler() => new(this);

    /// <summary>Gives a payment a status that no customer or shop could cause, such as one of a dispute or one that no spec lists.</summary>
    /// <param name="payment">The gateway's id, the self link or the shop's reference.</param>
    /// <param name="status">The gateway's status.</param>
    /// <exception cref="KeyNotFoundException">There is no such payment.</exception>
    public void ChangeStatus(string payment, string status)
    {
        ArgumentNullException.ThrowIfNull(payment);
        ArgumentException.ThrowIfNullOrEmpty(status);
        lock (_store.Lock)
        {
            var found = Find(payment);
            (found.Refund, found.SaleDue) = (null, null);
            found.Become(status, found.Amount);
        }
    }

    /// <summary>
    /// Gives a refund or a capture a status, such as one of a failure. The amount of a refund that fails can be refunded again, and
    /// the amount of a capture that fails is no longer captured.
    /// </summary>
    /// <param name="id">The gateway's id of the refund or the capture.</param>
    /// <param name="status">The gateway's status.</param>
    /// <exception cref="KeyNotFoundException">There is no such refund or capture.</exception>
    public void ChangeResult(string id, string status)
    {
        ArgumentNullException.ThrowIfNull(id);
        ArgumentException.ThrowIfNullOrEmpty(status);
        lock (_store.Lock)
        {
            ResultActions.Change(
                _store.TryFindResult(id, out var result) ? result : throw new KeyNotFoundException("There is no such refund or capture."),
                status);
        }
    }

    /// <summary>Returns the address of the hosted page of a payment, even if the response to the shop contains none.</summary>
    /// <param name="payment">The gateway's id, the self link or the shop's reference.</param>
    /// <exception cref="KeyNotFoundException">There is no such payment.</exception>
    public Uri PageOf(string payment)
    {
        ArgumentNullException.ThrowIfNull(payment);
        lock (_store.Lock)
        {
            return new Uri(HostedPage.AddressOf(Find(payment)));
        }
    }

    private PaymentRecord Find(string payment)
    {
        var id = payment[(payment.LastIndexOf('/') + 1)..];
        return _store.All.FirstOrDefault(known => known.Id == id || known.Id == payment || known.Reference == payment)
            ?? throw new KeyNotFoundException("There is no such payment.");
    }

    /// <summary>Processes one request.</summary>
    /// <param name="request">The request as it arrived.</param>
    /// <param name="cancellationToken">Ends a delay that a test armed. It does not cancel the processing.</param>
    public async Task<GatewayResponse> HandleAsync(GatewayRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (HostedPage.IsAt(request.Path))
        {
            return _page.Handle(request) with { Operation = "hosted-page" };
        }

        if (_apis.FirstOrDefault(known => known.Tokens.IsAt(request)) is { } issuer)
        {
            Received.Count("token");
            return issuer.Tokens.Answer(request) with { Operation = "token" };
        }

        var api = Choose(request);
        var match = api.Router.Match(request.Path);
        var operation = match is null ? null : api.Choose(match, request);
        Received.Count(operation?.Id);
        if (match is null || operation is null)
        {
            return Correlated(api, operation, match is null
                ? api.Errors.Of(ErrorKind.UnknownEndpoint, "There is no such endpoint.")
                : api.Errors.MethodNotAllowed(match.Verbs));
        }

        var (delay, end) = Faults.Take(operation.Id);
        await WaitAsync(delay, FaultMoment.BeforeDecision, cancellationToken).ConfigureAwait(false);
        var answer = end?.Moment == FaultMoment.BeforeDecision ? null : api.Handle(match, request);
        await WaitAsync(delay, FaultMoment.AfterDecision, cancellationToken).ConfigureAwait(false);
        return Correlated(api, operation, end switch
        {
            { IsLoss: true } => GatewayResponse.Lost,
            { Status: { } status } => api.Errors.Failure(status),
            _ => answer!,
        });
    }

    private async Task WaitAsync(Fault? fault, FaultMoment moment, CancellationToken cancellationToken)
    {
        if (fault is { Delay: { } delay } && fault.Moment == moment)
        {
            await Task.Delay(delay, _options.TimeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    // Versions of one gateway share paths, and different gateways may. The payment or the request identifies the gateway.
    private ApiGateway Choose(GatewayRequest request)
    {
        var candidates = _apis.Where(api => api.Router.Match(request.Path) is not null).ToList();
        return candidates.Find(api => api.Owns(api.Router.Match(request.Path)!, request))
            ?? (candidates.Count == 1 ? candidates[0] : (candidates.Count == 0 ? _apis : candidates).MaxBy(api => api.Likeness(request))!);
    }

    private static GatewayResponse Correlated(ApiGateway api, OperationModel? operation, GatewayResponse answer)
    {
        answer = answer with { Operation = operation?.Id };
        if (answer.IsLost || api.Api.Errors.CorrelationHeader is not { } header)
        {
            return answer;
        }

        return answer with
        {
            Headers = new Dictionary<string, string>(answer.Headers, StringComparer.OrdinalIgnoreCase) { [header] = Guid.NewGuid().ToString("D") },
        };
    }

    private static SandboxPayment Snapshot(PaymentRecord payment) => new(
        payment.Id,
        payment.Method.SpecId,
        payment.Reference,
        payment.Status,
        payment.State,
        payment.Currency,
        payment.Amount,
        payment.Captured,
        payment.Refunded)
    {
        Results =
        [
            .. payment.Results.Select(result => new SandboxResult(result.Id, KebabCase.Of(result.Model.Kind.ToString()), result.Status, result.Amount)),
        ],
    };
}
