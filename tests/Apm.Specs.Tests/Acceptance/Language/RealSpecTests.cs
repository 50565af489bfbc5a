using Apm.Specs.Diagnostics;
using Apm.Specs.Model;
using Apm.Specs.Tests.Acceptance.Markup;

namespace Apm.Specs.Tests.Acceptance.Language;

/// <summary>The two real specs. Their facts are in them and nowhere else; here is how they are read.</summary>
public sealed class RealSpecTests
{
    private static BoundApi Api(string text) => SpecBinder.BindApi(SpecParser.Parse(Spec.RealApiFile, text));

    private static BoundMethod Method(string text, string? api = null) =>
        SpecBinder.BindMethod(SpecParser.Parse(Spec.RealMethodFile, text), SpecParser.Parse(Spec.RealApiFile, api ?? Spec.RealApi));

    [Fact]
    public void They_bind_and_the_only_remark_is_which_currencies_have_no_known_limit()
    {
        Assert.Empty(Api(Spec.RealApi).Diagnostics);

        var remark = Assert.Single(Method(Spec.RealMethod).Diagnostics);
        Assert.Equal(("APM0014", SpecSeverity.Info), (remark.Rule.Id, remark.Rule.Severity));
        Assert.Contains("EUR, GBP", remark.Message.Replace("GBP, SGD", "GBP", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Two_readings_give_equal_models_that_are_not_the_same()
    {
        Assert.Equal(Api(Spec.RealApi).Model, Api(Spec.RealApi).Model);
        Assert.NotSame(Api(Spec.RealApi).Model, Api(Spec.RealApi).Model);
        Assert.Equal(Method(Spec.RealMethod).Model, Method(Spec.RealMethod).Model);
        Assert.NotSame(Method(Spec.RealMethod).Model, Method(Spec.RealMethod).Model);
        Assert.Equal(Method(Spec.RealMethod).Model!.GetHashCode(), Method(Spec.RealMethod).Model!.GetHashCode());
    }

    [Fact]
    public void A_comment_changes_no_model()
    {
        Assert.Equal(Api(Spec.RealApi).Model, Api("# new\n\n" + Spec.RealApi.Replace("\nrequest:", "  # why\nrequest:   # because", StringComparison.Ordinal)).Model);
        Assert.Equal(Method(Spec.RealMethod).Model, Method("# new\n" + Spec.RealMethod.Replace("\n", " # c\n", StringComparison.Ordinal)).Model);
        Assert.Equal(Method(Spec.RealMethod).Model, Method(Spec.RealMethod.Replace("\n", "\r\n", StringComparison.Ordinal)).Model);
    }

    [Fact]
    public void A_fact_changes_the_model()
    {
        Assert.NotEqual(Method(Spec.RealMethod).Model, Method(Spec.RealMethod.Replaced("max: 50000", "max: 50001")).Model);
        Assert.NotEqual(Method(Spec.RealMethod).Model, Method(Spec.RealMethod, Spec.RealApi.Replaced("line1: { type: string, required: by-default, length: 1..24", "line1: { type: string, required: by-default, length: 1..23")).Model);
    }

    [Fact]
    public void A_method_holds_the_fields_of_its_API_first_and_then_its_own()
    {
        var request = Method(Spec.RealMethod).Model!.Request;

        Assert.Equal(["transactionReference", "merchant", "instruction"], request.Members.Select(member => member.Name));
        Assert.Equal(["narrative", "value", "paymentInstrument"], request.Member("instruction")!.Members.Select(member => member.Name));
        Assert.Equal(["type", "successURL", "pendingURL", "failureURL", "deviceType"], Member(request, "instruction.paymentInstrument").Members.Select(member => member.Name));
    }

    [Fact]
    public void An_object_is_shared_where_the_method_leaves_it_alone()
    {
        var request = Method(Spec.RealMethod).Model!.Request;

        Assert.True(Member(request, "merchant").IsShared);
        Assert.True(Member(request, "instruction.narrative").IsShared);
        Assert.False(Member(request, "instruction").IsShared);
        Assert.False(Member(request, "instruction.paymentInstrument").IsShared);
    }

    [Fact]
    public void A_narrowed_member_ends_the_sharing_of_its_object_only()
    {
        var request = Method(Spec.RealMethod.Replaced("fields:\n", "fields:\n  instruction.narrative.line1: { length: 1..20 }\n")).Model!.Request;

        Assert.False(Member(request, "instruction.narrative").IsShared);
        Assert.True(Member(request, "merchant").IsShared);
        Assert.Equal(new LengthModel(1, 20), Member(request, "instruction.narrative.line1").Length);
        Assert.Equal("worldpay/2023-06-01", Member(request, "merchant.entity").DeclaredBy);
        Assert.NotEqual("worldpay/2023-06-01", Member(request, "instruction.narrative.line1").DeclaredBy);
    }

    [Fact]
    public void An_object_is_required_if_and_only_if_a_member_is()
    {
        var request = Method(Spec.RealMethod).Model!.Request;
        Assert.True(Member(request, "instruction.narrative").Required);

        var relaxed = Method(Spec.RealMethod.Replaced("fields:\n", "fields:\n  instruction.narrative.line1: { required: false }\n")).Model!.Request;
        Assert.False(Member(relaxed, "instruction.narrative").Required);
        Assert.True(Member(relaxed, "instruction").Required);

        var listed = Method(Spec.RealMethod.Replaced("fields:\n", "fields:\n  instruction.narrative: { type: object, required: false }\n")).Model!.Request;
        Assert.False(Member(listed, "instruction.narrative").Required);
        Assert.True(Member(listed, "instruction.narrative.line1").Required);
    }

    [Fact]
    public void Money_has_the_method_s_currencies_and_limits_and_a_const_the_method_s_id()
    {
        var method = Method(Spec.RealMethod).Model!;

        var value = Member(method.Request, "instruction.value").Money!;
        Assert.Equal(method.Currencies, value.Currencies);
        Assert.Equal(method.Limits, value.Limits);
        Assert.Equal(method.Id, Member(method.Request, "instruction.paymentInstrument.type").Const);
    }

    [Fact]
    public void Patterns_of_one_class_become_characters_and_all_are_anchored()
    {
        var request = Method(Spec.RealMethod).Model!.Request;

        foreach (var field in new[] { Member(request, "transactionReference"), Member(request, "merchant.entity"), Member(request, "instruction.narrative.line1") })
        {
            var pattern = field.Pattern!;
            Assert.Equal(string.Concat(pattern.Characters!.Order().Distinct()), pattern.Characters);
            var regex = new System.Text.RegularExpressions.Regex(pattern.Regex, System.Text.RegularExpressions.RegexOptions.NonBacktracking | System.Text.RegularExpressions.RegexOptions.CultureInvariant);
            for (var c = '\0'; c < char.MaxValue; c++)
            {
                Assert.Equal(pattern.Characters!.Contains(c, StringComparison.Ordinal), regex.IsMatch(c.ToString()));
            }

            Assert.DoesNotMatch(regex, "a\n");
        }
    }

    [Fact]
    public void A_method_without_its_API_says_so_at_the_name_of_the_API()
    {
        var bound = SpecBinder.BindMethod(SpecParser.Parse(Spec.RealMethodFile, Spec.RealMethod), null);

        var only = Assert.Single(bound.Diagnostics, diagnostic => diagnostic.Rule.Severity == SpecSeverity.Error);
        Assert.Equal("APM0007", only.Rule.Id);
        Assert.Equal("worldpay/2023-06-01", Spec.RealMethod.Substring(only.Location.Span.Start, only.Location.Span.Length));
        Assert.Null(bound.Model);
    }

    [Fact]
    public void A_wrong_API_is_reported_once_at_the_API()
    {
        var wrong = Spec.RealApi.Replaced("authentication: basic", "authentication: basics").Replaced("length: 1..32, pattern: '[A-Za-z0-9\\- ]*'", "length: 1..32, pattern: '[A-Za-z0-9\\- *'");

        Assert.Equal(["APM0004", "APM0010"], Api(wrong).Diagnostics.Select(diagnostic => diagnostic.Rule.Id));
        Verify.Silent(Method(Spec.RealMethod, wrong).Diagnostics);
    }

    private static FieldModel Member(FieldModel root, string path) => path.Split('.').Aggregate(root, (field, name) => field.Member(name)!);
}
