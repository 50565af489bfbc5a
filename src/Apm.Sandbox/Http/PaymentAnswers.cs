using System.Text.Json.Nodes;
using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>Creates the gateway's responses about a payment, in the shape of a recorded response if there is one.</summary>
internal sealed class PaymentAnswers(ApiModel api, Router router, RecordedResponses? recorded)
{
    public GatewayResponse Of(OperationModel operation, PaymentRecord payment, string origin, string? page = null) =>
        JsonAnswer.Of(operation.SuccessStatus, Body(operation, payment, origin, page));

    public JsonObject Body(OperationModel operation, PaymentRecord payment, string origin, string? page = null)
    {
        var shape = recorded?.Find(payment.Method, operation, payment.Status);
        var body = shape?.DeepClone().AsObject() ?? [];
        var response = api.Response;
        foreach (var redirect in response.Redirects)
        {
            Dotted.Remove(body, redirect);
        }

        Dotted.Set(body, response.Id, payment.Id);
        Dotted.Set(body, response.Status, payment.Status);
        if (response.Self is { } self && self != response.Id)
        {
            Dotted.Set(body, self, api.Operation(OperationId.Query) is { TargetIsLink: false } ? payment.Id : router.SelfHref(origin, payment.Id));
        }

        foreach (var member in response.Members.Concat(payment.Method.Members).Where(member => shape is null || IsToBeSet(member, shape)))
        {
            MemberValue.Set(body, member, api, payment.Amount, payment.Currency);
        }

        if (response.Reference is { } reference)
        {
            Dotted.Set(body, reference, payment.Reference);
        }

        SetAmount(body, response.Value, payment.Amount, payment);
        SetAmount(body, response.Captured, payment.Captured, payment);
        SetAmount(body, response.Refunded, payment.Refunded, payment);
        if (!response.Actions.IsEmpty)
        {
            SetActions(body, shape, payment, origin);
        }

        if (response.Next is { } next)
        {
            NextAnswers.Set(next, body, payment.IsUndecided ? page : null);
        }

        // Only the first response has the address for the customer.
        if (page is not null && !response.Redirects.IsEmpty)
        {
            Dotted.Set(body, response.Redirects[0], payment.Method.Redirects[0].Kind switch
            {
                RedirectKind.PngBase64 => Convert.ToBase64String(Picture.Of(page)),
                RedirectKind.None => "",
                _ => page,
            });
        }

        MeetConditions(body, payment);
        return body;
    }

    // Other members keep what was recorded.
    private static bool IsToBeSet(ResponseMemberModel member, JsonObject shape) =>
        member.Type == ResponseMemberType.Money && Dotted.Get(shape, member.Path) is { } found && (found is JsonObject) == (member.CurrencyAt is null);

    // An amount of zero is left out.
    private void SetAmount(JsonObject body, MoneyPlaceModel? place, long amount, PaymentRecord payment)
    {
        foreach (var path in place?.Paths ?? default)
        {
            Dotted.Remove(body, path);
        }

        if (place is not null && amount != 0)
        {
            MemberValue.SetMoney(body, place, api, amount, payment.Currency);
        }
    }

    // The members by which a status has its state, an operation is offered, or a response is not an error.
    private void MeetConditions(JsonObject body, PaymentRecord payment)
    {
        foreach (var other in Statuses.Of(api, payment.Method).Where(other => other.Status == payment.Status && other.When != payment.Known.When))
        {
            ConditionMembers.Miss([.. other.When], body);
        }

        ConditionMembers.Meet(payment.Known.When, body);
        foreach (var operation in api.Operations.Where(operation => !operation.When.IsEmpty))
        {
            if (AvailableActions.IsOffered(payment, operation))
            {
                ConditionMembers.Meet(operation.When, body);
            }
            else
            {
                ConditionMembers.Miss([.. operation.When], body);
            }
        }

        ConditionMembers.Miss([.. api.Errors.When], body);
    }

    private void SetActions(JsonObject body, JsonObject? shape, PaymentRecord payment, string origin)
    {
        var operations = api.Operations.Where(operation => operation.TargetIsLink && operation.Id != OperationId.Query).ToList();
        foreach (var path in operations.SelectMany(Places))
        {
            Dotted.Remove(body, path);
        }

        // The self link may be in the same object.
        var links = Dotted.Object(body, api.Response.Actions[0]);
        foreach (var operation in operations.Where(operation => AvailableActions.IsOffered(payment, operation)))
        {
            var recordedLink = shape is null ? null : Places(operation).Select(path => Dotted.Get(shape, path)).OfType<JsonObject>().FirstOrDefault();
            var link = recordedLink?.DeepClone().AsObject() ?? [];
            link[api.Response.Href] = router.Href(operation, origin, payment.Id);
            links[operation.Target] = link;
        }
    }

    private IEnumerable<string> Places(OperationModel operation) => api.Response.Actions.Select(actions => $"{actions}.{operation.Target}");
}
