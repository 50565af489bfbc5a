using Xunit;

namespace Apm.Analyzers.Tests;

/// <summary>Statements that change what is known.</summary>
public class FlowTestsStatements
{
    [Fact]
    public Task What_finally_assigns_counts_after_a_jump_out_of_try() => Shop.CheckAsync(Shop.Method("""
        var currency = "HKD";
        while (true)
        {
            try
            {
                currency = "USD";
                break;
            }
            finally
            {
                currency = "HKD";
            }
        }

        Use(Instruction with { Value = new Money(100, currency) });
        """));

    [Fact]
    public Task A_handler_runs_only_where_its_filter_holds() => Shop.CheckAsync(Shop.Method("""
        var currency = flag ? "USD" : "HKD";
        try
        {
            Ask();
        }
        catch (InvalidOperationException) when (!flag)
        {
            Use(Instruction with { Value = new Money(100, currency) });
        }
        catch (InvalidOperationException) when (flag)
        {
            Use(Instruction with { Value = new Money(100, {|APM1001:currency|}) });
        }
        """));

    [Fact]
    public Task An_element_of_a_tuple_is_what_was_assigned_to_it_last() => Shop.CheckAsync(Shop.Method("""
        var total = (Currency: "USD", Amount: 100L);
        total.Currency = "HKD";
        Use(Instruction with { Value = new Money(total.Amount, total.Currency) });

        var other2 = (Currency: "HKD", Amount: 100L);
        other2.Currency = "USD";
        Use(Instruction with { Value = new Money(other2.Amount, {|APM1001:other2.Currency|}) });
        """));

    [Theory]
    [InlineData("foreach (var each in text) { Use(each); }")]
    [InlineData("while (flag) { Ask(); }")]
    [InlineData("do { Ask(); } while (flag);")]
    [InlineData("for (var index = 0; index < number; index++) { Ask(); }")]
    public Task What_a_loop_does_not_assign_is_known_behind_it(string loop) => Shop.CheckAsync(Shop.Method($$"""
        var (wrong, right) = ("USD", "HKD");
        {{loop}}
        Use(Instruction with { Value = new Money(100, {|APM1001:wrong|}) });
        Use(Instruction with { Value = new Money(100, right) });
        """));

    [Fact]
    public Task A_long_body_is_judged_to_its_end() => Shop.CheckAsync(Shop.Method($$"""
        {{string.Concat(Enumerable.Repeat("if (text is \"a\" or \"b\" && !flag) { Ask(); }\n", 300))}}
        var currency = "USD";
        Use(Instruction with { Value = new Money(100, {|APM1001:currency|}) });
        """));

    [Fact]
    public Task A_return_within_a_lock_ends_the_way() => Shop.CheckAsync(Shop.Method("""
        var currency = flag ? "USD" : "HKD";
        lock (order)
        {
            if (flag)
            {
                return;
            }

            Use(Instruction with { Value = new Money(100, currency) });
        }

        Use(Instruction with { Value = new Money(100, currency) });
        """));

    [Fact]
    public Task A_local_that_a_method_gave_back_by_reference_is_not_known() => Shop.CheckAsync(Shop.Method(
        """
        var currency = "HKD";
        ref var same = ref Choose(ref currency);
        currency = "USD";
        same = "HKD";
        Use(Instruction with { Value = new Money(100, currency) });
        """,
        "private static ref string Choose(ref string value) => ref value;"));

    [Fact]
    public Task A_member_of_an_enum_is_not_put_into_a_text_as_a_number() => Shop.CheckAsync(Shop.Method("""
        var device = (AlipayHkDeviceType)1234567;
        Use(Instruction.Narrative with { Line1 = "eighteen characters " + device });
        """));

    [Fact]
    public Task A_character_is_a_number_where_it_is_converted_to_one() => Shop.CheckAsync(Shop.Method("""
        var sign = '#';
        int code = sign;
        Use(Instruction.Narrative with { Line1 = "order " + code });
        Use(Instruction.Narrative with { Line1 = {|APM1014:"order " + sign|} });
        """));
}
