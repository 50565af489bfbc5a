namespace Apm.Specs.Tests;

/// <summary>Lists, and the keys of their items.</summary>
public class ListFieldTests
{
    [Fact]
    public void A_list_whose_items_are_not_declared_is_reported_and_has_texts()
    {
        var text = Gateway.WithField("[|wallet.tags|]: { type: list }");

        Gateway.ExpectInMethod(SpecDescriptors.MissingKey, text, "'wallet.tags[]'", "'wallet.tags[].name'");

        var tags = Gateway.BindMethod(Markup.Parse(text).Text).Model!.Request.Member("wallet")!.Member("tags")!;
        Assert.Equal((FieldType.List, FieldType.String), (tags.Type, Assert.Single(tags.Members).Type));
    }

    [Fact]
    public void A_key_that_is_not_for_items_is_reported_with_what_to_do()
    {
        var required = Reported("required", "true");
        Assert.Contains("remove it, or write it at 'wallet.tags'", required, StringComparison.Ordinal);

        Assert.All([Reported("default", "a"), Reported("preset", "a")], message => Assert.EndsWith(": remove it", message, StringComparison.Ordinal));

        static string Reported(string key, string value)
        {
            var text = Gateway.WithField($"'wallet.tags[]': {{ type: string, {key}: {value} }}");
            var found = Assert.Single(Gateway.BindMethod(text).Diagnostics);
            Assert.Equal(key, text.Part(found.Location));
            Assert.Contains($"'{key}'", found.Message, StringComparison.Ordinal);
            return found.Message;
        }
    }

    [Theory]
    [InlineData("'wallet.tags[]'", "wallet.tags.size", "or remove them there")]
    [InlineData("wallet.tags.size", "'wallet.tags[]'", "remove the brackets here")]
    public void A_path_is_a_list_or_an_object(string first, string second, string way)
    {
        var text = Gateway.WithField($"{first}: {{ type: string }}\n  {second}: {{ type: string }}");

        var found = Assert.Single(Gateway.BindMethod(text).Diagnostics);

        Assert.Equal(second, text.Part(found.Location));
        Assert.Contains(way, found.Message, StringComparison.Ordinal);
        Assert.Contains($"'{first.Trim('\'')}'", found.Message, StringComparison.Ordinal);
    }
}
