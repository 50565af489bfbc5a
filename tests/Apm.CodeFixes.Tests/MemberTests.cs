using Xunit;

namespace Apm.CodeFixes.Tests;

/// <summary>APM1009 and APM1010: members that are missing or forbidden, by a rule of the method.</summary>
public class MemberTests
{
    private const string AddPhone = "Add Phone = TODO";

    [Theory]
    [InlineData("""new() { Channel = "app" }""", """new() { Channel = "app", Phone = TODO }""")]
    [InlineData("""new Bill { Channel = "app", }""", """new Bill { Channel = "app", Phone = TODO, }""")]
    [InlineData("""new Bill() { Channel = "web" } with { Channel = "app" }""", """new Bill() { Channel = "web" } with { Channel = "app", Phone = TODO }""")]
    [InlineData("""
        new()
            {
                Channel = "app" // in the app
            }
        """, """
        new()
            {
                Channel = "app", // in the app
                Phone = TODO
            }
        """)]
    [InlineData("""
        new()
            {
                // in the app
                Channel = "app", // always
            }
        """, """
        new()
            {
                // in the app
                Channel = "app", // always
                Phone = TODO,
            }
        """)]
    public async Task A_missing_member_gets_a_place_that_the_author_has_to_fill(string before, string after)
    {
        var bench = Workbench.Of(Code(before));
        Assert.Equal(["APM1009"], await bench.IdsAsync());

        var better = await bench.FixAsync(AddPhone);

        Assert.Equal(Code(after), await better.TextAsync());
        Assert.Empty(await better.IdsAsync());
        Assert.Equal(["The name 'TODO' does not exist in the current context"], await better.ErrorsAsync());
    }

    [Fact]
    public async Task Lines_end_as_they_do_in_the_file()
    {
        var code = Code("""
            new()
                {
                    Channel = "app",
                }
            """).ReplaceLineEndings("\r\n");

        var better = await Workbench.Of(code).FixAsync(AddPhone);

        Assert.Equal(code.Replace("\"app\",\r\n", "\"app\",\r\n        Phone = TODO,\r\n"), await better.TextAsync());
    }

    [Fact]
    public async Task All_that_is_missing_is_added_at_once()
    {
        var bench = Workbench.Of(Code("""new() { Channel = "shop" }"""));
        Assert.Equal(["APM1009", "APM1009"], await bench.IdsAsync());

        var better = await bench.FixAsync("Add Phone = TODO, Email = TODO");

        Assert.Equal(Code("""new() { Channel = "shop", Phone = TODO, Email = TODO }"""), await better.TextAsync());
        Assert.Empty(await better.IdsAsync());
    }

    [Fact]
    public async Task Fix_All_adds_them_in_every_object_and_a_program_adds_none()
    {
        var code = Code("""Choose(new() { Channel = "app" }, new() { Channel = "shop" })""");
        var bench = Workbench.Of(code);

        var better = await bench.FixAllAsync(AddPhone);

        Assert.Equal(
            Code("""Choose(new() { Channel = "app", Phone = TODO }, new() { Channel = "shop", Phone = TODO, Email = TODO })"""),
            await better.TextAsync());
        Assert.Equal(code, await (await bench.FormatAsync("APM1009")).TextAsync());
    }

    [Theory]
    [InlineData("""new() { Channel = "web", Phone = "1" }""", """new() { Channel = "web" }""")]
    [InlineData("""new() { Phone = "1", Channel = "web" }""", """new() { Channel = "web" }""")]
    [InlineData("""new() { Channel = "web", Phone = "1", }""", """new() { Channel = "web", }""")]
    [InlineData("""
        new()
            {
                Channel = "web", // in a browser
                Phone = "1" // of the customer
            }
        """, """
        new()
            {
                Channel = "web" // in a browser
            }
        """)]
    [InlineData("""
        new()
            {
                // the number of the customer
                Phone = "1",
                // in a browser
                Channel = "web",
            }
        """, """
        new()
            {
                // in a browser
                Channel = "web",
            }
        """)]
    public async Task A_forbidden_member_goes_with_what_is_said_about_it(string before, string after)
    {
        var bench = Workbench.Of(Code(before));
        Assert.Equal(["APM1010"], await bench.IdsAsync());

        var better = await bench.FixAsync("Remove Phone");

        Assert.Equal(Code(after), await better.TextAsync());
        Assert.Empty(await better.IdsAsync());
        Assert.Empty(await better.ErrorsAsync());
        Assert.Equal(Code(before), await (await bench.FormatAsync("APM1010")).TextAsync());
        Assert.Empty(await bench.FixAllTitlesAsync());
    }

    [Theory]
    [InlineData("""new() { Channel = "mail", Day = "1", Year = "2030" }""", """new() { Channel = "mail" }""", "Remove Day, Year")]
    [InlineData("""new() { Day = "1", Channel = "mail", Month = month, Year = "2030" }""", """new() { Channel = "mail" }""", "Remove Day, Month, Year")]
    [InlineData("""new() { Year = "2030", Channel = "mail", Day = "1", }""", """new() { Channel = "mail", }""", "Remove Day, Year")]
    [InlineData("""
        new()
            {
                Channel = "mail", // by post
                Day = "1",
                // four digits
                Year = "2030"
            }
        """, """
        new()
            {
                Channel = "mail" // by post
            }
        """, "Remove Day, Year")]
    public async Task Of_a_group_of_four_every_member_is_removed(string before, string after, string title)
    {
        var bench = Workbench.Of(Code(before));
        Assert.Equal(["APM1010"], await bench.IdsAsync());

        var better = await bench.FixAsync(title);

        Assert.Equal(Code(after), await better.TextAsync());
        Assert.Empty(await better.IdsAsync());
        Assert.Empty(await better.ErrorsAsync());
        Assert.Empty(await bench.FixAllTitlesAsync());
    }

    [Fact]
    public async Task Of_a_group_the_rest_is_added_or_what_is_there_is_removed_by_a_person_only()
    {
        var code = Code("""new() { Channel = "mail", Street = "1 High Street" }""");
        var bench = Workbench.Of(code);

        Assert.Equal(["Add City = TODO", "Remove Street"], await bench.TitlesAsync());
        Assert.Equal(
            Code("""new() { Channel = "mail", Street = "1 High Street", City = TODO }"""),
            await (await bench.FixAsync("Add City = TODO")).TextAsync());
        Assert.Equal(Code("""new() { Channel = "mail" }"""), await (await bench.FixAsync("Remove Street")).TextAsync());
        Assert.Equal(code, await (await bench.FormatAsync("APM1010")).TextAsync());
    }

    // Rules of a method of our own: the shipped one has none.
    private static string Code(string bill) => $$"""
        [ApmMethod("Bill", "own/bill")]
        [ApmRule("require", "phone", When = ["channel = app|shop"])]
        [ApmRule("require", "email", When = ["channel = shop"])]
        [ApmRule("forbid", "phone", When = ["channel = web"])]
        [ApmRule("all-or-none", "street", "city")]
        [ApmRule("all-or-none", "day", "month", "year", "hour")]
        public sealed record Bill
        {
            [ApmField("channel", "own/bill")]
            public required string Channel { get; init; }

            [ApmField("phone", "own/bill")]
            public string? Phone { get; init; }

            [ApmField("email", "own/bill")]
            public string? Email { get; init; }

            [ApmField("street", "own/bill")]
            public string? Street { get; init; }

            [ApmField("city", "own/bill")]
            public string? City { get; init; }

            [ApmField("day", "own/bill")]
            public string? Day { get; init; }

            [ApmField("month", "own/bill")]
            public string? Month { get; init; }

            [ApmField("year", "own/bill")]
            public string? Year { get; init; }

            [ApmField("hour", "own/bill")]
            public string? Hour { get; init; }
        }

        public static class Till
        {
            public static Bill Sell(string month) => {{bill}};

            private static Bill Choose(Bill first, Bill second) => first.Channel == "web" ? first : second;
        }
        """;
}
