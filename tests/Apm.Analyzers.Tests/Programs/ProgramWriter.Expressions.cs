namespace Apm.Analyzers.Tests.Programs;

internal sealed partial class ProgramWriter
{
    private string Expression(Kind kind, int depth = 0)
    {
        if (kind == Kind.Condition)
        {
            return Condition();
        }

        switch (_choices.Of(depth < MostDepth ? 10 : 2))
        {
            case 1 or 2:
                return Any(kind)?.Name ?? Literal(kind);
            case 3:
                return $"({Condition(1)} ? {Expression(kind, depth + 1)} : {Expression(kind, depth + 1)})";
            case 4:
                return Switch(kind, depth + 1);
            case 5:
                return _choices.Of(3) switch
                {
                    0 => $"({Expression(Kind.Amount, depth + 1)}, {Expression(kind, depth + 1)}).Item2",
                    1 when IsText(kind) => $"(({Type(kind)}?)null ?? {Expression(kind, depth + 1)})",
                    2 when !_isKnown => $"((Func<{Type(kind)}>)(() => {Expression(kind, depth + 1)}))()",
                    _ => $"({Expression(kind, depth + 1)})",
                };
            case 6 or 7 or 8:
                return kind switch
                {
                    Kind.Currency => Currency(depth + 1),
                    Kind.Text => Text(depth + 1),
                    Kind.Amount => Amount(depth + 1),
                    Kind.Price => Price(depth + 1),
                    Kind.Money => Money(depth + 1),
                    _ => Literal(kind),
                };
            case 9:
                return Framework(kind, depth + 1);
            default:
                return Literal(kind);
        }
    }

    private static bool IsText(Kind kind) => kind is Kind.Currency or Kind.Text or Kind.Address;

    private static string Type(Kind kind) => kind switch
    {
        Kind.Amount => "long",
        Kind.Price => "decimal",
        Kind.Money => "Money",
        Kind.Condition => "bool",
        _ => "string",
    };

    private string Literal(Kind kind) =>
        kind switch
        {
            Kind.Currency => _choices.Of("\"HKD\"", "\"USD\"", "\"EUR\"", "\"JPY\"", "\"GBP\""),
            Kind.Text => _choices.Of(
                "\"order-1\"",
                "\"order 1\"",
                "\"order#1\"",
                "\"\"",
                "\"a reference that is longer than a line\"",
                "\"0123456789012345678901234567890123456789012345678901234567890123456789\"",
                "\" pad \"",
                "\"caf\\u00e9\""),
            Kind.Address => _choices.Of(
                "\"https://shop.example/a\"",
                "\"ftp://shop.example/a\"",
                "\"http://shop.example\"",
                "\"/relative\"",
                "\"https://shop.example/a b\"",
                "\"shop.example\""),
            Kind.Amount => _choices.Of("100L", "0L", "5000000L", "5000001L", "3000000000L", "-1L"),
            Kind.Price => _choices.Of("12.5m", "50000m", "50000.01m", "0m", "30000000m"),
            Kind.Money => $"new Money({Literal(Kind.Amount)}, {Literal(Kind.Currency)})",
            _ => "true",
        };

    private string Currency(int depth) => _choices.Of(14) switch
    {
        0 => _choices.Of("Store.Euro", "Store.Dollar", "Store.Pound", "Store.HongKong"),
        1 => _choices.Of("(\"US\" + \"D\")", "\"usd\".ToUpperInvariant()", "\" HKD \".Trim()", "string.Concat(\"E\", \"UR\")", "nameof(Store.Dollar)"),
        2 => $"Store.Pick({Condition(1)}, {Expression(Kind.Currency, depth)}, {Expression(Kind.Currency, depth)})",
        3 when Use(Input.Number) && Fork(3) => $"Store.ByNumber(number, {Expression(Kind.Currency, depth)}, {Expression(Kind.Currency, depth)})",
        4 => $"Store.Same({Expression(Kind.Currency, depth)})",
        5 when Use(Input.Text) && Fork(3) => "Store.Home(text)",
        6 => $"Store.Pair({Expression(Kind.Currency, depth)}, {Expression(Kind.Amount, depth)}).Currency",
        7 => $"{Expression(Kind.Money, depth)}.Currency",
        9 when Use(Input.Abroad) && Fork(2) => "_charged",
        10 when Use(Input.Home) && Fork(3) => _choices.Of("Charged()", "Store.Charged(home)", "Store.Charged(Home)"),
        11 when Use(Input.Zone) && Fork(3) => _choices.Of("Store.Charged(basket.Zone)", "Store.Charged(basket)", "basket.Charged"),
        12 when Use(Input.Home) && Fork(2) => "Spent",
        8 when !_isKnown && Use(Input.Code) => $"(code ?? {Expression(Kind.Currency, depth)})",
        _ => $"$\"{{{Expression(Kind.Currency, MostDepth)}}}\"",
    };

    private string Text(int depth) =>
        _choices.Of(12) switch
        {
            0 => $"({Expression(Kind.Text, depth)} + {Expression(Kind.Text, depth)})",
            1 => $"string.Concat({Expression(Kind.Text, depth)}, {Expression(Kind.Currency, depth)})",
            2 => $"({Expression(Kind.Text, depth)}).Trim()",
            3 => $"({Expression(Kind.Text, depth)}).ToUpperInvariant()",
            4 => $"({Expression(Kind.Text, depth)} + {Printed(depth)})",
            5 when Any(Kind.Text) is { } local => $"$\"{{{local.Name}}}-{{{local.Name}}}\"",
            6 when !_isKnown && Use(Input.Number) => $"({Expression(Kind.Text, depth)} + number)",
            7 when !_isKnown && Use(Input.Text) => _choices.Of("$\"order {text}\"", "$\"{text}#\"", "$\"{text}-1\"", "(text + \" \").Trim()", "text"),
            8 when !_isKnown => _choices.Of(
                "(\"a\" + AlipayHkDeviceType.Mobile)",
                "$\"{AlipayHkDeviceType.Desktop}\"",
                "$\"{(int)Store.Letter}#\"",
                "$\"{Store.Letter}\"",
                "Store.Repeat(2, \"ab\")",
                "(\"a\" + 1.50m)",
                "$\"{5,8}\""),
            9 => $"Store.Pick({Condition(1)}, {Expression(Kind.Text, depth)}, {Expression(Kind.Text, depth)})",
            10 => "Store.Dollar",
            _ => $"({Expression(Kind.Text, depth)} + '-')",
        };

    // The sign of a negative number depends on the culture.
    private string Printed(int depth) => _isKnown ? $"Math.Abs({Expression(Kind.Amount, depth)})" : Expression(Kind.Amount, depth);

    private string Amount(int depth) => _choices.Of(8) switch
    {
        0 => $"({Expression(Kind.Amount, depth)} + {Expression(Kind.Amount, depth)})",
        1 => $"({Expression(Kind.Amount, depth)} * 10)",
        2 => $"Math.Min({Expression(Kind.Amount, depth)}, {Expression(Kind.Amount, depth)})",
        3 => $"Store.Pick({Condition(1)}, {Expression(Kind.Amount, depth)}, {Expression(Kind.Amount, depth)})",
        4 => _choices.Of("Store.Large", "(Store.Letter + 1L)", "(-Store.Large)", "(long)2.5m"),
        5 => $"({Expression(Kind.Amount, depth)} / 3)",
        6 => $"{Expression(Kind.Money, depth)}.MinorUnits",
        _ => $"({Expression(Kind.Amount, depth)} - 1)",
    };

    private string Price(int depth) => _choices.Of(3) switch
    {
        0 => $"({Expression(Kind.Price, depth)} + {Expression(Kind.Price, depth)})",
        1 => $"({Expression(Kind.Price, depth)} * 2)",
        _ => $"(decimal){Expression(Kind.Amount, MostDepth)}",
    };

    private string Money(int depth) => _choices.Of(7) switch
    {
        0 => $"new Money({Expression(Kind.Amount, depth)}, {Expression(Kind.Currency, depth)})",
        1 => $"Money.FromMajor({Expression(Kind.Price, depth)}, {Expression(Kind.Currency, depth)})",
        2 => $"({Expression(Kind.Money, depth)} {_choices.Of("+", "-")} {Expression(Kind.Money, depth)})",
        3 => $"(Store.Same({Expression(Kind.Money, depth)}) with {{ Currency = {Expression(Kind.Currency, depth)} }})",
        4 => $"(Store.Same({Expression(Kind.Money, depth)}) with {{ MinorUnits = {Expression(Kind.Amount, depth)} }})",
        5 => $"new Money {{ MinorUnits = {Expression(Kind.Amount, depth)}, Currency = {Expression(Kind.Currency, depth)} }}",
        _ => "default(Money)",
    };

    private string Switch(Kind kind, int depth)
    {
        string Arm() => Expression(kind, depth);
        switch (_choices.Of(13))
        {
            case 0 when Use(Input.Number) && Fork(3):
                return $"(number switch {{ > 10 => {Arm()}, > 5 => {Arm()}, _ => {Arm()} }})";
            case 1 when Use(Input.Number) && Fork(4):
                return $"(number switch {{ 5 => {Arm()}, < 6 when {Condition(2)} => {Arm()}, _ => {Arm()} }})";
            case 2 when Use(Input.Number) && Fork(5):
                return $"(number switch {{ >= 6 and < 10 => {Arm()}, 10 or 11 => {Arm()}, var n{++_names} => {Arm()} }})";
            case 3 when Use(Input.Text) && Fork(4):
                return $"(text switch {{ \"USD\" => {Arm()}, \"HKD\" or \"GBP\" => {Arm()}, _ => {Arm()} }})";
            case 4 when Use(Input.Text) && Fork(4):
                return $"(text switch {{ \"USD\" when {Condition(2)} => {Arm()}, \"USD\" => {Arm()}, _ => {Arm()} }})";
            case 5 when Use(Input.Flag) && Use(Input.Other) && Fork(4):
                return $"((flag, other) switch {{ (true, true) => {Arm()}, (false, _) => {Arm()}, _ => {Arm()} }})";
            case 6 when Use(Input.Flag) && Use(Input.Number) && Fork(5):
                return $"((flag, number) switch {{ (true, > 5) => {Arm()}, (_, 5) => {Arm()}, _ => {Arm()} }})";
            case 7 when Use(Input.Code) && Fork(3):
                return $"(code switch {{ null => {Arm()}, \"HKD\" => {Arm()}, _ => {Arm()} }})";
            case 8 when Use(Input.Limit) && Fork(3):
                return $"(limit switch {{ null => {Arm()}, > 5 => {Arm()}, _ => {Arm()} }})";
            case 9 when Use(Input.Basket) && Fork(2):
                return $"(basket switch {{ {{ Code: \"USD\" }} => {Arm()}, _ => {Arm()} }})";
            case 10 when Use(Input.Home) && Fork(3):
                return $"({_choices.Of("home", "_home", "Home", "Place")} switch {{ Region.Home => {Arm()}, Region.Abroad => {Arm()}, _ => {Arm()} }})";
            case 11 when Use(Input.Zone) && Fork(5):
                return $"(basket.Zone switch {{ Region.Abroad or Region.Home when {Condition(2)} => {Arm()}, Region.Island => {Arm()}, _ => {Arm()} }})";
            case 12 when Use(Input.Zone) && Use(Input.Abroad) && Fork(6):
                return $"((basket.Zone, _abroad) switch {{ (Region.Home, true) => {Arm()}, (Region.Island, _) => {Arm()}, _ => {Arm()} }})";
            default:
                return $"(true switch {{ true => {Arm()}, _ => {Arm()} }})";
        }
    }
}
