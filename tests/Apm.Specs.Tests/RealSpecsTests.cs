using Apm.Specs.Diagnostics;
using Apm.Specs.Model;

namespace Apm.Specs.Tests;

public class RealSpecsTests
{
    private static readonly SpecSet Set = SpecLibrary.Load([(RepositoryFiles.ApiFile, RepositoryFiles.Api), (RepositoryFiles.MethodFile, RepositoryFiles.Method)]);

    private static ApiModel Api => Assert.Single(Set.Apis);

    private static MethodModel Method => Assert.Single(Set.Methods);

    private static FieldModel Field(string path) => path.Split('.').Aggregate(Method.Request, (parent, name) => parent.Member(name) ?? throw new Xunit.Sdk.XunitException(path));

    [Fact]
    public void The_only_thing_to_say_is_which_currencies_have_no_known_limit()
    {
        var diagnostic = Assert.Single(Set.Diagnostics);

        Assert.Equal(SpecRules.NoLimit, diagnostic.Rule);
        Assert.Equal(RepositoryFiles.MethodFile, diagnostic.Location.File);
        Assert.Equal((14, 0), (diagnostic.Location.Span.Line, diagnostic.Location.Span.Column));
        Assert.Equal("no limit is known in EUR, GBP, SGD: amounts in them are not checked", diagnostic.Message);
    }

    [Fact]
    public void The_methods_facts_are_those_of_the_file()
    {
        Assert.Equal("worldpay/2023-06-01/alipay_hk", Method.SpecId);
        Assert.Equal(MethodStatus.ComingSoon, Method.Status);
        Assert.Equal("2025-11-17", Method.Source.Updated);
        Assert.Equal(["HK"], Method.Countries);
        Assert.Equal(["EUR", "HKD", "GBP", "SGD"], Method.Currencies);
        Assert.Equal(new LimitModel("HKD", null, 5_000_000), Assert.Single(Method.Limits));
        Assert.Equal(["sale", "refund", "partial-refund"], Method.Capabilities);
        Assert.False(Method.Offers("cancel"));
        Assert.True(Method.Offers("query"));
    }

    [Fact]
    public void The_request_has_the_apis_fields_first()
    {
        Assert.Equal(["transactionReference", "merchant", "instruction"], Method.Request.Members.Select(member => member.Name));
        Assert.Equal(["narrative", "value", "paymentInstrument"], Field("instruction").Members.Select(member => member.Name));
        Assert.Equal(["type", "successURL", "pendingURL", "failureURL", "deviceType"], Field("instruction.paymentInstrument").Members.Select(member => member.Name));
        Assert.True(Field("instruction").Required);
        Assert.Equal("worldpay/2023-06-01", Field("merchant.entity").DeclaredBy);
        Assert.Equal("worldpay/2023-06-01/alipay_hk", Field("instruction.paymentInstrument.deviceType").DeclaredBy);
    }

    [Fact]
    public void Facts_of_fields_are_those_of_the_files()
    {
        Assert.Equal(new LengthModel(1, 64), Field("transactionReference").Length);
        Assert.StartsWith("!#$%()*+-./0123456789:;=?@ABC", Field("transactionReference").Pattern!.Characters);
        Assert.True(Field("instruction.narrative.line1").RequiredByDefault);
        Assert.Equal("alipay_hk", Field("instruction.paymentInstrument.type").Const);
        Assert.True(Field("instruction.paymentInstrument.type").Required);
        Assert.Equal(["DESKTOP", "MOBILE", "CONSOLE", "TABLET"], Field("instruction.paymentInstrument.deviceType").Values);
        Assert.Equal("DESKTOP", Field("instruction.paymentInstrument.deviceType").Default);
        Assert.True(Field("instruction.paymentInstrument.deviceType").Loggable);
        Assert.False(Field("instruction.paymentInstrument.deviceType").Required);
        var money = Field("instruction.value").Money!;
        Assert.Equal(new MoneyFormatModel(MoneyNotation.MinorUnits, "amount", "currency"), money.Format);
        Assert.Equal(new RangeModel(1, 2_147_483_647), money.MinorUnits);
        Assert.Equal(Method.Currencies, money.Currencies);
        Assert.Equal(Method.Limits, money.Limits);
    }

    [Fact]
    public void What_the_method_leaves_alone_is_shared()
    {
        Assert.True(Field("merchant").IsShared);
        Assert.True(Field("instruction.narrative").IsShared);
        Assert.False(Field("instruction").IsShared);
        Assert.False(Field("instruction.paymentInstrument").IsShared);
        Assert.False(Method.Request.IsShared);
    }

    [Fact]
    public void The_apis_facts_are_those_of_the_file()
    {
        Assert.Equal("Worldpay", Api.Prefix);
        Assert.Equal([new HostModel("try", "https://try.access.worldpay.com"), new HostModel("live", "https://access.worldpay.com")], Api.Hosts);
        Assert.Equal(new AuthenticationModel(AuthenticationScheme.Basic, null), Api.Authentication);
        Assert.Equal(new HeaderModel("WP-Api-Version", "2023-06-01"), Assert.Single(Api.Headers));
        Assert.Equal(new ExponentModel("CNH", 2), Assert.Single(Api.Exponents));
        Assert.Equal(148, Api.Currencies.Count);
        Assert.Equal("instruction.value", Api.Roles.Value);
        Assert.Equal([PaymentState.Paid, PaymentState.Pending, PaymentState.Failed, PaymentState.Cancelled], Api.Roles.Returns.Select(url => url.State));
        Assert.Equal(["pay", "query", "cancel", "refund", "partial-refund", "settle"], Api.Operations.Select(operation => operation.Id));
        Assert.Equal(["_actions", "_links"], Api.Response.Actions);
        Assert.Equal(new StatusModel("settled", PaymentState.Paid), Api.Statuses.First(status => status.Status == "settled"));
        Assert.Equal(new ErrorCodeModel(ErrorKind.InvalidBody, 400, "bodyDoesNotMatchSchema", "fieldHasInvalidValue"), Api.Errors.Code(ErrorKind.InvalidBody));
    }

    [Fact]
    public void Operations_are_those_of_the_file()
    {
        var pay = Api.Operation("pay")!;
        var refund = Api.Operation("partial-refund")!;

        Assert.Equal(("POST", "/apmPayments", 201, false), (pay.Verb, pay.Target, pay.SuccessStatus, pay.TargetIsLink));
        Assert.Null(pay.Body);
        Assert.Equal(("POST", "partialReverse", 202, true), (refund.Verb, refund.Target, refund.SuccessStatus, refund.TargetIsLink));
        Assert.Equal(["sentForSettlement", "settled"], refund.While);
        Assert.Equal(["value", "reference"], refund.Body!.Members.Select(member => member.Name));
        Assert.Equal(Api.Currencies, refund.Body.Member("value")!.Money!.Currencies);
    }
}
