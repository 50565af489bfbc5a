namespace Apm.Analyzers.Tests.Programs;

internal sealed partial class ProgramWriter
{
    private static readonly Kind[] s_kinds = [Kind.Currency, Kind.Text, Kind.Amount, Kind.Money, Kind.Address, Kind.Price, Kind.Condition];

    private void Statements(int depth, int count)
    {
        for (var index = 0; index < count; index++)
        {
            Statement(depth);
        }
    }

    private void Inside(int depth) => Statements(depth + 1, 1 + _choices.Of(3));

    private void Statement(int depth)
    {
        switch (_choices.Of(depth >= MostDepth ? 6 : _isKnown ? 12 : 17))
        {
            case 1 or 2:
                Declare(_choices.Of(s_kinds));
                break;
            case 3 or 4 or 5:
                Assign();
                break;
            case 6 or 7:
                If(depth);
                break;
            case 8:
                SwitchStatement(depth);
                break;
            case 9:
                Tuple();
                break;
            case 10:
                Guarded();
                break;
            case 11:
                Line("lock (Till.Paid)");
                Block(() => Inside(depth));
                break;
            case 12 or 13:
                Loop(depth);
                break;
            case 14:
                Try(depth);
                break;
            case 15:
                Function(depth);
                break;
            case 16:
                Reference();
                break;
            default:
                Site();
                break;
        }
    }

    private void Site()
    {
        var site = ++_sites;
        Line(
            _choices.Of(9) switch
            {
                1 or 2 => $"Till.Pay({site}, Till.Order.Instruction with {{ Value = {Expression(Kind.Money)} }});",
                3 => $"Till.Pay({site}, Till.Order.Instruction.Narrative with {{ Line1 = {Expression(Kind.Text)} }});",
                4 => $"Till.Pay({site}, Till.Order.Merchant with {{ Entity = {Expression(Kind.Text)} }});",
                5 =>
                    $"Till.Pay({site}, Till.Order.Instruction.PaymentInstrument with "
                        + $"{{ SuccessUrl = new Uri({Expression(Kind.Address)}, UriKind.RelativeOrAbsolute) }});",
                6 => $"Store.Sell({site}, {Expression(Kind.Amount)}, {Expression(Kind.Currency)});",
                7 => $"Store.Reference({site}, {Expression(Kind.Text)});",
                8 =>
                    $"Till.Pay({site}, new AlipayHkPaymentRequest {{ TransactionReference = {Expression(Kind.Text)}, "
                        + $"Merchant = new() {{ Entity = {Expression(Kind.Text)} }}, "
                        + "Instruction = new() { Narrative = new() { Line1 = \"Shop\" }, "
                        + $"Value = new({Expression(Kind.Amount)}, {Expression(Kind.Currency)}), "
                        + "PaymentInstrument = new() { "
                        + "SuccessUrl = new Uri(\"https://shop.example\"), PendingUrl = new Uri(\"https://shop.example\"), "
                        + $"FailureUrl = new({Expression(Kind.Address)}, UriKind.RelativeOrAbsolute) }} }} }});",
                _ => $"Till.Pay({site}, Till.Order with {{ TransactionReference = {Expression(Kind.Text)} }});",
            }
        );
    }

    private void Declare(Kind kind)
    {
        var name = Name("v");
        Line(_choices.Of(3) switch
        {
            1 => $"{Type(kind)} {name} = {Expression(kind)};",
            2 when kind is not (Kind.Money or Kind.Condition) => $"const {Type(kind)} {name}c = {Literal(kind)}; {Type(kind)} {name} = {name}c;",
            _ => $"var {name} = {Expression(kind)};",
        });
        _locals.Add(new Local(name, kind));
    }

    private void Assign()
    {
        var kind = _choices.Of(s_kinds);
        // What holds a condition has to be known wherever it is tested.
        if ((kind == Kind.Condition && _wild > 0) || Any(kind) is not { Name: var name })
        {
            Declare(kind);
            return;
        }

        Line((_choices.Of(6), kind) switch
        {
            (1, Kind.Text) => $"{name} += {Expression(kind)};",
            (1, Kind.Amount) => $"{name} {_choices.Of("+=", "-=", "*=")} {Expression(kind, MostDepth)};",
            (1, Kind.Money) => $"{name} += {Expression(kind)};",
            (2, Kind.Amount) => $"{name}{_choices.Of("++", "--")};",
            (2 or 3, Kind.Currency or Kind.Text or Kind.Address) => Null(kind, name),
            (4, not Kind.Condition) when Any(kind) is { } other && other.Name != name => $"({name}, {other.Name}) = ({other.Name}, {Expression(kind)});",
            _ => $"{name} = {Expression(kind)};",
        });
    }

    private string Null(Kind kind, string name)
    {
        var empty = Name("e");
        return _choices.Of(2) == 0
            ? $"string? {empty} = {Condition(1)} ? null : {Expression(kind)}; {empty} ??= {Expression(kind)}; {name} = {empty};"
            : $"string? {empty} = null; {name} = {empty} ?? {Expression(kind)};";
    }

    private void If(int depth)
    {
        Line($"if ({Condition()})");
        Block(() =>
        {
            Inside(depth);
            if (_finally == 0 && _choices.Of(8) == 7)
            {
                Line("return;");
            }
        });
        if (_choices.Of(2) == 1)
        {
            Line("else");
            Block(() => Inside(depth));
        }
    }

    private void SwitchStatement(int depth)
    {
        var cases = _choices.Of(7) switch
        {
            0 when Use(Input.Number) && Fork(4) => ("number", [$"case > 10 when {Condition(2)}:", "case > 5:", "default:"]),
            1 when Use(Input.Text) && Fork(4) => ("text", ["case \"USD\":", "case \"HKD\": case \"GBP\":", "default:"]),
            2 when Use(Input.Number) && Fork(4) => ("number", ["default:", "case 5:", "case 6: case 10:"]),
            3 when Use(Input.Flag) && Use(Input.Other) && Fork(4) => ("(flag, other)", ["case (true, true):", "case (_, false):"]),
            4 when Use(Input.Limit) && Fork(3) => ("limit", (string[])["case null:", "case <= 5:"]),
            5 when Use(Input.Home) && Fork(3) => (_choices.Of("home", "_home", "Home"), (string[])["case Region.Home:", "case Region.Island:", "default:"]),
            6 when Use(Input.Zone) && Fork(5) => (
                "basket",
                (string[])["case { Zone: Region.Home }:", "case { IsHome: false, Zone: Region.Island }:", "default:"]),
            _ => ("1", ["default:"]),
        };
        Line($"switch ({cases.Item1})");
        Block(() =>
        {
            foreach (var label in cases.Item2)
            {
                Line(label);
                Block(() =>
                {
                    Inside(depth);
                    Line("break;");
                });
            }
        });
    }

    private void Tuple()
    {
        var (one, two, pair) = (Name("v"), Name("v"), Name("t"));
        switch (_choices.Of(4))
        {
            case 0:
                Line($"var ({one}, {two}) = ({Expression(Kind.Currency)}, {Expression(Kind.Amount)});");
                break;
            case 1:
                Line($"var ({one}, {two}) = Store.Pair({Expression(Kind.Currency)}, {Expression(Kind.Amount)});");
                break;
            case 2:
                Line($"var {pair} = (Currency: {Expression(Kind.Currency)}, Amount: {Expression(Kind.Amount)}); var ({one}, {two}) = {pair};");
                break;
            default:
                Line(
                    $"var {pair} = (Currency: {Expression(Kind.Currency)}, Amount: {Expression(Kind.Amount)}); {pair}.Currency = {Expression(Kind.Currency)}; "
                        + $"var ({one}, {two}) = ({pair}.Currency, {pair}.Amount);");
                break;
        }

        _locals.Add(new Local(one, Kind.Currency));
        _locals.Add(new Local(two, Kind.Amount));
    }

    /// <summary>An input that a guard makes known.</summary>
    private void Guarded()
    {
        if (Use(Input.Text) && Fork(2))
        {
            Line($"if ({_choices.Of("text == \"USD\"", "text is \"GBP\"", "text.Equals(\"HKD\")")})");
            Block(() => Line($"Store.Sell({++_sites}, {Expression(Kind.Amount)}, text);"));
        }
    }

    private void Loop(int depth)
    {
        var index = Name("i");
        void Inner() => Wild(() =>
        {
            Inside(depth);
            Leave(depth, _choices.Of("break;", "continue;"));
        });
        Input? turns = !_inputs.Contains(Input.Turns) ? Input.Turns : !_inputs.Contains(Input.Again) ? Input.Again : null;
        switch (turns is not null && Use(turns) ? _choices.Of(5) : 1)
        {
            case 0:
                Line($"for (var {index} = 0; {index} < {turns!.Name}; {index}++)");
                Inner();
                break;
            case 1:
                Line($"foreach (var {index} in new[] {{ {Expression(Kind.Currency)}, {Expression(Kind.Currency)} }})");
                Inner();
                break;
            case 2:
                Line($"var {index} = 0;");
                Line($"while ({index}++ < {turns!.Name})");
                Inner();
                break;
            case 3:
                Line($"var {index} = 0;");
                Line("do");
                Inner();
                Line($"while (++{index} < {turns!.Name});");
                break;
            default:
                Line($"for (var {index} = 0; ; {index}++)");
                Wild(() =>
                {
                    Line($"if ({index} >= {turns!.Name}) break;");
                    Inside(depth);
                    Leave(depth, "break;");
                });
                break;
        }
    }

    private void Leave(int depth, string how)
    {
        switch (_choices.Of(4))
        {
            case 1:
                Line($"if ({Condition(1)}) {how}");
                break;
            case 2 when Any(Kind.Currency) is { } local:
                Line("try");
                Wild(() =>
                {
                    Line($"{local.Name} = {Expression(Kind.Currency)};");
                    Line(how);
                });
                Finally(Assign);
                break;
            case 3 when depth < MostDepth:
                Inside(depth);
                break;
        }
    }

    private void Try(int depth)
    {
        if (++_tries >= Input.Fails.Values.Length || !Use(Input.Fails))
        {
            Site();
            return;
        }

        var number = _tries;
        var form = _choices.Of(4);
        Line("try");
        Wild(() =>
        {
            Line($"Store.Fail(fails == {number});");
            Inside(depth);
            if (_choices.Of(3) == 2)
            {
                Line($"if ({Condition(1)}) throw new InvalidOperationException();");
            }
        });
        if (form < 3)
        {
            Line(_choices.Of("catch", "catch (InvalidOperationException)"));
            Wild(() => Inside(depth));
        }

        if (form > 1)
        {
            Finally(() => Inside(depth));
        }
    }

    private void Function(int depth)
    {
        var name = Name("f");
        switch (_choices.Of(4))
        {
            case 0:
                Line($"void {name}()");
                Wild(() => Inside(depth + 1));
                Line($"{name}();");
                break;
            case 1:
                Line($"Action {name} = () =>");
                Wild(() => Inside(depth + 1));
                Line($"; {name}();");
                break;
            case 2:
                var given = Name("p");
                var isDivided = Use(Input.Flag) && Fork(2);
                Line($"string {name}(string {given}) => {_choices.Of(given, $"{given}.Trim()", isDivided ? $"flag ? {given} : \"HKD\"" : given)};");
                Line($"var {name}v = {name}({Expression(Kind.Currency)});");
                _locals.Add(new Local(name + "v", Kind.Currency));
                break;
            default:
                Line($"goto {name};");
                _locals.RemoveAll(local => local.Kind == Kind.Condition);
                Line($"{name}: {{ }}");
                break;
        }
    }

    private void Reference()
    {
        var name = Name("r");
        if (Any(Kind.Currency) is not { Name: var local })
        {
            Declare(Kind.Currency);
            return;
        }

        Line(_choices.Of(6) switch
        {
            0 => $"Store.Change(ref {local}, {Expression(Kind.Currency)});",
            1 => $"Store.Get(out {local}, {Expression(Kind.Currency)});",
            2 => $"Store.Get(out var {name}, {Expression(Kind.Currency)}); {local} = {name};",
            3 => $"ref var {name} = ref {local}; {name} = {Expression(Kind.Currency)};",
            4 => $"ref var {name} = ref Store.Choose(ref {local}); {local} = {Expression(Kind.Currency)}; {name} = {Expression(Kind.Currency)};",
            _ => $"Action {name} = () => {local} = {Expression(Kind.Currency)}; {name}();",
        });
    }
}
