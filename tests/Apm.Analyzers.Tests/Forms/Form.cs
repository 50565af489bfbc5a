namespace Apm.Analyzers.Tests.Forms;

/// <summary>One of the ways in which a value comes to a property.</summary>
/// <param name="Name">As the comparison has it.</param>
/// <param name="Statements">In a method with the parameters <c>flag</c> and <c>number</c>.</param>
/// <param name="Members">Beside that method.</param>
internal sealed record Form(string Name, Func<Written, string> Statements, Func<Written, string>? Members = null)
{
    public const string OfTheProperty = "later assignment, of the property";

    public static readonly Form[] All =
    [
        new("literal", code => code.Give(code.At(code.Value))),
        new(
            "constructor argument",
            code => $"_ = new Sale({code.At(code.Value)});",
            code => $"private sealed class Sale {{ public Sale({code.Type} value) {{ {code.Give("value")} }} }}"),
        new(OfTheProperty, code => code.Assign(code.At(code.Value))),
        new("later assignment, of a local", code => $"{code.Type} value = {code.Right}; value = {code.Value}; {code.Give(code.At("value"))}"),
        new("`const`", code => code.Give(code.At("Value")), code => $"private const {code.Type} Value = {code.Value};"),
        new("`static readonly`", code => code.Give(code.At("Value")), code => $"private static readonly {code.Type} Value = {code.Value};"),
        new("local", code => $"var value = {code.Value}; {code.Give(code.At("value"))}"),
        new("conditional", code => code.Give($"flag ? {code.Right} : {code.At(code.Value)}")),
        new("interpolation, of a constant", code => Interpolate(code, "const string")),
        new("interpolation, of a local", code => Interpolate(code, "var")),
        new("helper method", code => code.Give(code.At("Value()")), code => $"private static {code.Type} Value() => {code.Value};"),
        new("constant arithmetic", code => code.Give(code.At(code.Sum))),
        new(
            "`with`",
            code => $"var order = new Order({code.Right}) with {{ Value = {code.Value} }}; {code.Give(code.At("order.Value"))}",
            code => $"private sealed record Order({code.Type} Value);"),
        new("`switch` expression", code => code.Give($"number switch {{ 1 => {code.Right}, _ => {code.At(code.Value)} }}")),
        new("branch join", code => $"{code.Type} value; if (flag) {{ value = {code.Right}; }} else {{ value = {code.Value}; }} {code.Give(code.At("value"))}"),
        new(
            "`readonly` field, set in a constructor",
            code => code.Give(code.At("Settings.Value")),
            code => $"private static class Settings {{ public static readonly {code.Type} Value; static Settings() => Value = {code.Value}; }}"),
        new(
            "dictionary",
            code => code.Give(code.At("Values[1]")),
            code => $"private static readonly Dictionary<int, {code.Type}> Values = new() {{ [1] = {code.Value} }};"),
        new("array", code => code.Give(code.At("Values[0]")), code => $"private static readonly {code.Type}[] Values = [{code.Value}, {code.Right}];"),
        new("`foreach` over an array", code => $"foreach (var value in new[] {{ {code.Value}, {code.Right} }}) {code.Give(code.At("value"))}"),
        new("delegate", code => $"Func<{code.Type}> value = () => {code.Value}; {code.Give(code.At("value()"))}"),
        new("`Lazy`", code => code.Give(code.At("Late.Value")), code => $"private static readonly Lazy<{code.Type}> Late = new(() => {code.Value});"),
        new("completed task", code => $"var value = Task.FromResult({code.Value}).Result; {code.Give(code.At("value"))}"),
        new("local function", code => $"var value = {code.Value}; Pay(); return; void Pay() {{ {code.Give(code.At("value"))} }}"),
        new(
            "`let` of a query",
            code => $"_ = from one in new[] {{ number }} let value = {code.Value} "
                + $"select {code.Give(code.At("value")).Replace("_ = ", "", StringComparison.Ordinal)}"),
        new(
            "builder",
            code => code.Give($"new Builder().With({code.At(code.Value)}).Value()"),
            code => $"private sealed class Builder {{ private {code.Type} _value = {code.Right}; "
                + $"public Builder With({code.Type} value) {{ _value = value; return this; }} public {code.Type} Value() => _value; }}"),
        new("method of the framework", code => code.Give(code.At(code.Computed))),
    ];

    public static Form Named(string name) => All.Single(form => form.Name == name);

    public bool IsFor(Mistake mistake) => mistake.Interpolate is not null || !Name.StartsWith("interpolation", StringComparison.Ordinal);

    /// <summary>The code with what is wrong marked, or its right twin.</summary>
    public string Write(Mistake mistake, bool isWrong)
    {
        var code = new Written(mistake, isWrong);
        return $$"""
            public static class Till
            {
                public static void Sell(bool flag, int number)
                {
                    {{Statements(code)}}
                }

                {{Members?.Invoke(code)}}
            }
            """;
    }

    private static string Interpolate(Written code, string declaration) => code.Mistake.Interpolate!(code, declaration);
}
