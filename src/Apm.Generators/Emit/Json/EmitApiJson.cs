using Apm.Specs;

namespace Apm.Generators;

/// <summary>The class for an API's JSON: type infos that need no reflection, and the reader of responses.</summary>
internal static class EmitApiJson
{
    private const string Metadata = "global::System.Text.Json.Serialization.Metadata";

    /// <param name="roots">The types that a shop sends and receives. Each has a type info with its name.</param>
    /// <param name="nested">The objects and enums within these types.</param>
    public static void Write(CodeWriter code, ApiModel api, IReadOnlyList<string> roots, IReadOnlyList<string> nested, ICollection<string> enums)
    {
        EmitDocs.Summary(code, $"JSON of the {api.Name} without reflection. Put Resolver into a TypeInfoResolverChain, or pass one of the type infos.");
        code.Line(EmitContext.GeneratedCode);
        using (code.Block($"public static class {api.Prefix}Json"))
        {
            code.Line($$"""
                internal static readonly global::Apm.MoneyFormat MoneyFormat = {{Money(api.Money, api.Exponents)}};

                private static readonly global::System.Text.Json.JsonSerializerOptions Options = new() { TypeInfoResolver = new TypeInfoResolver() };

                /// <summary>Resolves every generated type of this API and its methods.</summary>
                public static global::System.Text.Json.Serialization.Metadata.IJsonTypeInfoResolver Resolver => Options.TypeInfoResolver!;

                """);
            foreach (var type in roots)
            {
                EmitDocs.Summary(code, $"Reads and writes {type}.");
                code.Line($"public static {Metadata}.JsonTypeInfo<{type}> {type} => Of<{type}>();");
                code.Line();
            }

            code.Line($"private static {Metadata}.JsonTypeInfo<T> Of<T>() => ({Metadata}.JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));");
            code.Line();
            EmitResponse.Write(code, api.Response);
            code.Line();
            using (code.Block($"private sealed class TypeInfoResolver : {Metadata}.IJsonTypeInfoResolver"))
            using (code.Block($"public {Metadata}.JsonTypeInfo? GetTypeInfo(global::System.Type type, global::System.Text.Json.JsonSerializerOptions options)"))
            {
                foreach (var type in roots.Concat(nested))
                {
                    var info = $"{Metadata}.JsonMetadataServices.CreateValueInfo<{type}>(options, new {Converter(type, enums)}())";
                    code.Line($"if (type == typeof({type})) return {info};");
                }

                code.Line("return null;");
            }
        }
    }

    private static string Converter(string type, ICollection<string> enums) =>
        enums.Contains(type) ? EmitEnum.Converter(type) : $"global::Apm.JsonModelConverter<{type}>";

    /// <summary>The expression for a new MoneyFormat.</summary>
    public static string Money(MoneyFormatModel format, IEnumerable<ExponentModel> exponents)
    {
        var arguments = CSharpText.Join(
            exponents.Select(exponent => $"({CSharpText.Literal(exponent.Currency)}, {CSharpText.Number(exponent.Exponent)})")
                .Prepend(CSharpText.Literal(format.CurrencyName))
                .Prepend(CSharpText.Literal(format.AmountName))
                .Prepend("global::Apm.MoneyNotation." + format.Notation));
        return $"new({arguments})" + (format.CurrencyCase == CurrencyCase.Lower ? " { IsLowerCase = true }" : "");
    }
}
