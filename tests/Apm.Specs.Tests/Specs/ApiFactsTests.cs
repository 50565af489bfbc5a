namespace Apm.Specs.Tests;

/// <summary>The real API file. Its facts are in it and nowhere else; here is that the model has them.</summary>
public class ApiFactsTests
{
    private static readonly SpecText s_text = new(RealSpecs.Api);

    private static ApiModel Api { get; } = RealSpecs.BindApi(RealSpecs.Api).Model!;

    [Fact]
    public void Nothing_is_said_about_it() => Assert.Empty(RealSpecs.BindApi(RealSpecs.Api).Diagnostics);

    [Fact]
    public void Its_transport_is_as_the_file_says()
    {
        Assert.Equal((s_text["api"], s_text["name"], s_text["client"]), (Api.Id, Api.Name, Api.Prefix + "Client"));
        Assert.Equal([.. s_text.Below("hosts").Select(host => new HostModel(host, s_text[host]))], Api.Hosts);
        Assert.Equal((s_text["authentication"], null), (Api.Authentication.Scheme.ToString().ToLowerInvariant(), Api.Authentication.Header));
        Assert.Equal([.. s_text.Below("headers").Select(header => new HeaderModel(header, s_text[header]))], Api.Headers);
    }

    [Fact]
    public void Its_money_is_as_the_file_says()
    {
        var exponent = Assert.Single(Api.Exponents);

        Assert.Equal(s_text["exponents", exponent.Currency], $"{exponent.Exponent}");
        Assert.Equal(s_text.List("currencies"), Api.Currencies);
        Assert.Equal((s_text["money", "amount"], s_text["money", "currency"]), (Api.Money.AmountName, Api.Money.CurrencyName));
    }

    [Fact]
    public void Its_roles_are_as_the_file_says()
    {
        Assert.Equal((s_text.Section("payment")["reference"], s_text.Section("payment")["value"]), (Api.Roles.Reference, Api.Roles.Value));
        Assert.Equal(
            [
                (PaymentState.Paid, Returned("paid")),
                (PaymentState.Pending, Returned("pending")),
                (PaymentState.Failed, Returned("failed")),
                (PaymentState.Cancelled, Returned("cancelled")),
            ],
            Api.Roles.Returns.Select(url => (url.State, url.Path)));

        string Returned(string state) => s_text.Section("payment")[state];
    }

    [Fact]
    public void Its_operations_are_as_the_file_says()
    {
        Assert.Equal(s_text.Below("operations"), Api.Operations.Select(operation => operation.Id));
        var text = s_text.Section("operations");
        var pay = Api.Operation("pay")!;
        Assert.Equal(("POST", text["pay", "post"], text["pay", "status"], false), (pay.Verb, pay.Target, $"{pay.SuccessStatus}", pay.TargetIsLink));
        Assert.Null(pay.Body);
        var refund = Api.Operation("refund")!;
        Assert.Equal(
            ("POST", text["refund", "post"], text["refund", "status"], true),
            (refund.Verb, refund.Target, $"{refund.SuccessStatus}", refund.TargetIsLink));
        Assert.Equal(text.List("refund", "while"), refund.While);
    }

    [Fact]
    public void An_operation_in_block_form_has_its_body()
    {
        var text = s_text.Section("operations");
        var refund = Api.Operation("partial-refund")!;

        Assert.Equal(("POST", text["post"], text["status"], true), (refund.Verb, refund.Target, $"{refund.SuccessStatus}", refund.TargetIsLink));
        Assert.Equal(text.List("while"), refund.While);
        Assert.Equal(["value", "reference"], refund.Body!.Members.Select(member => member.Name));
        Assert.Equal(Api.Currencies, refund.Body.Member("value")!.Money!.Currencies);
    }

    [Fact]
    public void Its_answers_are_as_the_file_says()
    {
        var statuses = s_text.Section("statuses");

        Assert.Equal(s_text.Section("response").List("actions"), Api.Response.Actions);
        Assert.Equal(s_text.Below("statuses").SelectMany(statuses.List), Api.Statuses.Select(status => status.Status));
        Assert.All(s_text.Below("statuses"), state => Assert.All(statuses.List(state), status =>
            Assert.Equal(state.Replace("-", ""), Api.Statuses.Single(known => known.Status == status).State.ToString(), ignoreCase: true)));
    }

    [Fact]
    public void Its_errors_are_as_the_file_says()
    {
        Assert.Equal(s_text["correlation-header"], Api.Errors.CorrelationHeader);
        Assert.Equal((s_text["details", "at"], s_text["details", "path"]), (Api.Errors.Details, Api.Errors.DetailPath));
        Assert.Equal(
            new ErrorCodeModel(ErrorKind.InvalidBody, 400, s_text["invalid-body", "name"], s_text["invalid-body", "detail"]),
            Api.Errors.Code(ErrorKind.InvalidBody));
        Assert.Equal(
            (s_text["not-found", "status"], s_text["not-found", "name"]),
            ($"{Api.Errors.Code(ErrorKind.NotFound)!.Status}", Api.Errors.Code(ErrorKind.NotFound)!.Name));
    }
}
