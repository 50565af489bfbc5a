using System.Text.Json.Nodes;
using Apm.Specs;

namespace Apm.Sandbox;

/// <summary>Creates the gateway's responses about a payment.</summary>
internal sealed class PaymentAnswers(ApiModel api, Router router)
{
    public GatewayResponse Of(int status, PaymentRecord payment, string origin, string? page = null)
    {
        var body = new JsonObject();
        var response = api.Response;
        Dotted.Set(body, response.Id, payment.Id);
        Dotted.Set(body, response.Status, payment.Status);
        if (response.Self != response.Id)
        {
            Dotted.Set(body, response.Self, api.Operation(OperationId.Query) is { TargetIsLink: false } ? payment.Id : router.SelfHref(origin, payment.Id));
        }

        foreach (var member in response.Members.Concat(payment.Method.Members))
        {
            Dotted.Set(body, member.Path, Value(member, payment));
        }

        if (!response.Actions.IsEmpty)
        {
            SetActions(body, payment, origin);
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

        return JsonAnswer.Of(status, body);
    }

    private JsonNode Value(ResponseMemberModel member, PaymentRecord payment) => member.Type switch
    {
        ResponseMemberType.Integer => 1,
        ResponseMemberType.Boolean => true,
        ResponseMemberType.Money => new JsonObject
        {
            [api.Money.AmountName] = api.Money.Notation == MoneyNotation.MinorUnits ? payment.Amount : Exponents.Print(api, payment.Amount, payment.Currency),
            [api.Money.CurrencyName] = payment.Currency,
        },
        _ => "sandbox-" + member.Path[(member.Path.LastIndexOf('.') + 1)..],
    };

    private void SetActions(JsonObject body, PaymentRecord payment, string origin)
    {
        // The self link may be in the same object.
        var links = Dotted.Object(body, api.Response.Actions[0]);
        foreach (var operation in api.Operations)
        {
            if (operation.TargetIsLink && operation.Id != OperationId.Query && AvailableActions.IsOffered(payment, operation))
            {
                links[operation.Target] = new JsonObject { [api.Response.Href] = router.Href(operation, origin, payment.Id) };
            }
        }
    }
}
