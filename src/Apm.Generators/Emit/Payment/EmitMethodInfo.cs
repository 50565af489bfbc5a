using Apm.Specs;

namespace Apm.Generators;

/// <summary>The constants of a method, for shops that choose among methods at run time.</summary>
internal static class EmitMethodInfo
{
    public static void Write(CodeWriter code, MethodModel method, ApiModel api)
    {
        EmitDocs.Summary(code, method.Summary ?? $"The constants of {method.Name}.");
        code.Line("/// <remarks>");
        foreach (var note in Remarks(method, api))
        {
            code.Line($"/// <para>{CSharpText.Xml(note)}</para>");
        }

        code.Line("/// </remarks>");
        code.Line(EmitContext.GeneratedCode);
        code.Line(EmitContext.Method(method));
        var type = CSharpName.Pascal(method.Id);
        using (code.Block($"public static class {type}"))
        {
            code.Line($"""
                /// <summary>The id of the method at the gateway.</summary>
                public const string {Own("Type")} = {CSharpText.Literal(method.GatewayId)};

                /// <summary>The display name.</summary>
                public const string {Own("Name")} = {CSharpText.Literal(method.Name)};

                """);
            Codes(code, Own("Currencies"), "The accepted currencies, as ISO 4217 alphabetic codes.", method.Currencies);
            code.Line();
            Codes(code, Own("Countries"), "The customers' countries, as ISO 3166-1 alpha-2 codes; empty if the source names none.", method.Countries);
            code.Line();
            Limits(code, Own("Limits"), "The limits of a payment, in the currencies for which the source states them.", method.Limits);
            if (!method.RefundLimits.IsEmpty)
            {
                code.Line();
                Limits(code, Own("RefundLimits"), "The limits of a single refund, in the currencies for which the source states them.", method.RefundLimits);
            }

            foreach (var operation in method.Operations.Where(operation => operation.WithinDays is not null))
            {
                code.Line();
                EmitDocs.Summary(code, $"The number of days after the payment in which {operation.Id} is possible. Only the gateway checks it.");
                code.Line($"public const int {CSharpName.Pascal(operation.Id)}WithinDays = {CSharpText.Number(operation.WithinDays!.Value)};");
            }
        }

        // A member must not have the name of its type.
        string Own(string name) => name == type ? name + "Value" : name;
    }

    private static void Codes(CodeWriter code, string name, string summary, IEnumerable<string> codes)
    {
        EmitDocs.Summary(code, summary);
        using (code.Block($"public static class {name}"))
        {
            foreach (var value in codes)
            {
                EmitDocs.Summary(code, value);
                code.Line($"public const string {CSharpName.Pascal(value)} = {CSharpText.Literal(value)};");
                code.Line();
            }

            var names = CSharpText.Join(codes.Select(CSharpName.Pascal));

            // No code has five letters, so none has this name. All cannot be used, because it is the currency of Albania.
            code.Line($$"""
                /// <summary>All codes, in the order of the spec.</summary>
                public static global::System.Collections.Immutable.ImmutableArray<string> Codes { get; } = [{{names}}];
                """);
        }
    }

    private static void Limits(CodeWriter code, string name, string summary, IEnumerable<LimitModel> limits)
    {
        EmitDocs.Summary(code, summary);
        using (code.Block("public static class " + name))
        {
            code.Separated(limits.SelectMany(Bounds), bound =>
            {
                EmitDocs.Summary(code, bound.Text);
                code.Line($"public static global::Apm.Money {bound.Name} => new({CSharpText.Number(bound.MinorUnits)}, {CSharpText.Literal(bound.Currency)});");
            });
        }
    }

    private static IEnumerable<(string Name, long MinorUnits, string Currency, string Text)> Bounds(LimitModel limit)
    {
        var advised = limit.IsAdvisory ? "Advised" : "";
        var where = CSharpName.Pascal(limit.Currency)
            + (limit.Channel is { } channel ? "Through" + CSharpName.Pascal(channel) : "")
            + (limit.Per is { } per ? "Per" + CSharpName.Pascal(per) : "");
        if (limit.Min is { } min)
        {
            yield return (advised + "Minimum" + where, min, limit.Currency, ConstraintText.Sentence(LimitText.Of(limit with { Max = null })));
        }

        if (limit.Max is { } max)
        {
            yield return (advised + "Maximum" + where, max, limit.Currency, ConstraintText.Sentence(LimitText.Of(limit with { Min = null })));
        }
    }

    private static IEnumerable<string> Remarks(MethodModel method, ApiModel api)
    {
        yield return $"Spec: {method.SpecId}. Source: {method.Source.Url}{(method.Source.Updated is { } updated ? ", " + updated : "")}.";
        foreach (var note in method.Notes)
        {
            yield return note;
        }

        foreach (var operation in api.Operations.Where(operation => operation.Inferred is not null && method.Offers(operation.Id)))
        {
            yield return $"{operation.Id} is inferred: {operation.Inferred}";
        }
    }
}
