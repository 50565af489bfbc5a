namespace Apm.Analyzers.Tests.Programs;

internal sealed partial class ProgramWriter
{
    private string Condition(int depth = 0)
    {
        switch (_choices.Of(depth < 2 ? 17 : 14))
        {
            case 0:
                return Leaf(Input.Flag, "flag", "!flag", "flag == true", "flag is false", "flag != false", "true == flag");
            case 1:
                return Leaf(Input.Other, "other", "!other", "other is true", "other == false");
            case 2:
                return Leaf(
                    Input.Number,
                    $"number {_choices.Of(">", ">=", "<", "<=", "==", "!=")} {_choices.Of("5", "6", "10")}",
                    $"{_choices.Of("5", "6", "10")} {_choices.Of(">", "<", "==")} number");
            case 3:
                return Leaf(
                    Input.Number,
                    "number is > 5 and < 10",
                    "number is 5 or 10",
                    "number is not 6",
                    "number is >= 6",
                    "number is < 5 or > 10",
                    "number.Equals(5)",
                    "number is > 5 and not 8");
            case 4:
                return Leaf(
                    Input.Text,
                    "text == \"USD\"",
                    "text != \"HKD\"",
                    "text.Equals(\"USD\")",
                    "text is \"USD\" or \"GBP\"",
                    "string.Equals(text, \"GBP\")",
                    "text is not \"HKD\"",
                    "\"USD\" == text",
                    "text is not (\"HKD\" or \"USD\")");
            case 5:
                return Leaf(
                    Input.Code,
                    "code == null",
                    "code is not null",
                    "code != null",
                    "code is null",
                    $"code is string {Name("s")}",
                    "code is { }",
                    "code == \"USD\"",
                    "code is \"HKD\"");
            case 6:
                return Leaf(
                    Input.Limit,
                    "limit > 5",
                    "limit.HasValue",
                    "limit is null",
                    "limit == 5",
                    "limit is > 3",
                    $"limit is {{ }} {Name("l")}",
                    "limit != null",
                    "limit <= 5",
                    $"limit is int {Name("l")}",
                    "limit == null");
            case 7:
                return Leaf(Input.Basket, "basket.Code == \"USD\"", "basket.Code is \"EUR\"", "basket is { Code: \"USD\" }", "basket.Code != \"USD\"");
            case 8:
                return Leaf(
                    Input.Status,
                    "basket.Status == \"open\"",
                    "basket.Status is \"paid\"",
                    "basket.Status != \"open\"",
                    "basket is { Status: \"paid\" }");
            case 9:
                return Any(Kind.Condition) is { } local ? _choices.Of(local.Name, "!" + local.Name) : Leaf(Input.Flag, "flag");
            case 10:
                return Leaf(Input.Abroad, "abroad", "_abroad", "Abroad", "!IsDomestic", "!abroad", "_abroad == false", "IsDomestic is false", "this._abroad");
            case 11:
                return Leaf(
                    Input.Home,
                    "home == Region.Home",
                    "_home != Region.Abroad",
                    "Home is Region.Island",
                    "home is Region.Home or Region.Abroad",
                    "_home is not Region.Island",
                    "home.Equals(Region.Abroad)",
                    "home > Region.Home",
                    "IsIsland",
                    "Place == Region.Home");
            case 12:
                return Leaf(
                    Input.Zone,
                    "basket.Zone == Region.Home",
                    "basket is { Zone: Region.Abroad }",
                    "basket.Zone is not (Region.Home or Region.Island)",
                    "basket.IsHome",
                    "Store.IsHome(basket.Zone)",
                    "Store.IsAbroad(basket)",
                    "basket?.Zone == Region.Island");
            case 13:
                return Followed();
            case 14:
                return _choices.Of(3) switch
                {
                    0 => Leaf(Input.Number, "Store.IsLarge(number)", "!Store.IsLarge(number)"),
                    1 => Leaf(Input.Text, "Store.IsDollar(text)", "!Store.IsDollar(text)"),
                    _ => Leaf(Input.Number, "Store.IsLarge(amount: number)"),
                };
            case 15:
                return $"({Condition(depth + 1)} {_choices.Of("&&", "||", "&&", "||", "&", "|", "^")} {Condition(depth + 1)})";
            default:
                return _choices.Of(2) == 0 ? $"!({Condition(depth + 1)})" : $"({Condition(depth + 1)} ? {Condition(depth + 1)} : {Condition(depth + 1)})";
        }
    }

    // Where all is known, the value of a local is known on each path, and a condition on it divides nothing.
    private string Followed() =>
        !_isKnown ? Leaf(Input.Flag, "flag")
        : Any(Kind.Money) is { } money ? _choices.Of(
            $"{money.Name} is {{ Currency: \"USD\" }}",
            $"{money.Name} is not {{ Currency: \"HKD\" or \"EUR\" }}",
            $"{money.Name}.Currency == \"GBP\"")
        : Any(Kind.Currency) is { } code ? _choices.Of(
            $"new Sale(5, {code.Name}) is {{ Currency: \"HKD\" }}",
            $"new Sale(5, {code.Name}) is (_, \"USD\")",
            $"(5, {code.Name}) is (_, not \"EUR\")",
            $"new {{ Code = {code.Name} }} is {{ Code: \"USD\" }}",
            $"{code.Name} != \"HKD\"")
        : Leaf(Input.Flag, "flag");

    // Alternatives in a pattern are ways of their own.
    private string Leaf(Input input, params string[] forms) => Use(input) && Fork(input.Type == "bool" ? 2 : 3) ? _choices.Of(forms) : "Store.Always";
}
