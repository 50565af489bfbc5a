using Apm.Specs;

namespace Apm.Generators;

/// <summary>The settings of a merchant in the options of a client, and hosts that contain one.</summary>
internal static class EmitMerchant
{
    /// <summary>The type of the settings.</summary>
    public static string Type(ApiModel api) => api.Prefix + "Merchant";

    /// <summary>Whether the options have settings. A setting that is only in hosts is a parameter of their methods.</summary>
    public static bool IsOption(ApiModel api) => Settings(api).Any();

    public static void Host(CodeWriter code, HostModel host, FieldModel setting)
    {
        var parameter = CSharpName.Local(setting.Name, new HashSet<string>());
        var (url, name, pattern) = (CSharpText.Literal(host.Url), CSharpText.Literal(setting.Name), CSharpText.Literal(setting.Pattern!.Regex));
        EmitDocs.Summary(code, $"The host {host.Name}: {host.Url}.");
        code.Line($"""
            /// <param name="{parameter.TrimStart('@')}">{CSharpText.Xml(setting.Summary ?? $"The setting {setting.Name}")}</param>
            /// <exception cref="global::System.ArgumentException">The value does not match {CSharpText.Xml(setting.Pattern.Text)}.</exception>
            public static global::System.Uri {CSharpName.Property(host.Name)}Host(string {parameter}) =>
                global::Apm.ApmSetting.Host({url}, {name}, {parameter}, {pattern});

            """);
    }

    public static void Options(CodeWriter code, ApiModel api)
    {
        var settings = Settings(api).ToList();
        code.Line($$"""
            /// <summary>The settings of the merchant.</summary>
            public {{Type(api)}} Merchant { get; } = new();

            /// <inheritdoc/>
            protected override string? GetSetting(string name) => name switch
            {
                {{string.Join("\n    ", settings.Select(setting => $"{CSharpText.Literal(setting.Name)} => {Text(setting)},"))}}
                _ => null,
            };

            """);
        code.Line("/// <inheritdoc/>");
        using (code.Block("protected override void Read(global::Microsoft.Extensions.Configuration.IConfiguration section)"))
        {
            code.Line("base.Read(section);");
            foreach (var setting in settings)
            {
                var property = Property(setting);
                var reader = setting.Type switch { FieldType.Integer => "Integer", FieldType.Boolean => "Boolean", _ => "Text" };
                var key = CSharpText.Literal("Merchant:" + property);
                code.Line($"Merchant.{property} = global::Apm.ApmSetting.Read{reader}(section, {key}) ?? Merchant.{property};");
            }
        }

        code.Line();
        code.Line("/// <inheritdoc/>");
        using (code.Block("protected override void Validate(global::System.Collections.Generic.ICollection<string> failures)"))
        {
            code.Line("base.Validate(failures);");
            foreach (var setting in settings)
            {
                code.Line($"global::Apm.ApmSetting.Validate({Facts(setting)});");
            }
        }
    }

    public static void Class(CodeWriter code, ApiModel api)
    {
        EmitDocs.Summary(code, $"The settings of a merchant of the {api.Name}. They are checked with the options of the client.");
        code.Line(EmitContext.GeneratedCode);
        using (code.Block($"public sealed class {Type(api)}"))
        {
            code.Separated(Settings(api), setting =>
            {
                EmitDocs.Summary(code, setting.Summary ?? $"The setting {setting.Name}.");
                var remarks = new[]
                {
                    setting.Required ? "It is required." : "It may be left out.",
                    setting.Values.IsEmpty ? null : "One of " + string.Join(", ", setting.Values) + ".",
                };
                code.Line($"/// <remarks>{CSharpText.Xml(string.Join(" ", remarks.OfType<string>()))}</remarks>");
                code.Line($"public {ValueType(setting)}? {Property(setting)} {{ get; set; }}");
            });
        }
    }

    private static IEnumerable<FieldModel> Settings(ApiModel api)
    {
        var hosts = new HashSet<string>(api.Hosts.Select(host => host.Setting).OfType<string>(), StringComparer.Ordinal);
        var named = new HashSet<string>(
            api.AllOperations.SelectMany(operation => operation.Names)
                .Concat(api.Request.ConstNames())
                .Concat(api.Headers.SelectMany(header => NameTemplate.Names(header.Value)))
                .Select(ValueName.Setting)
                .OfType<string>(),
            StringComparer.Ordinal);
        return (api.Merchant?.Members ?? default).Where(setting => !hosts.Contains(setting.Name) || named.Contains(setting.Name));
    }

    private static string Property(FieldModel setting) => CSharpName.Property(setting.Name);

    private static string ValueType(FieldModel setting) => setting.Type switch
    {
        FieldType.Integer => "long",
        FieldType.Boolean => "bool",
        _ => "string",
    };

    private static string Text(FieldModel setting) => setting.Type switch
    {
        FieldType.Integer => $"Merchant.{Property(setting)}?.ToString(global::System.Globalization.CultureInfo.InvariantCulture)",
        FieldType.Boolean => $"Merchant.{Property(setting)} is {{ }} value ? (value ? \"true\" : \"false\") : null",
        _ => $"Merchant.{Property(setting)}",
    };

    private static string Facts(FieldModel setting)
    {
        var arguments = new List<string>
        {
            "failures",
            CSharpText.Literal("Merchant." + Property(setting)),
            Text(setting) is var text && setting.Type == FieldType.String ? text : $"GetSetting({CSharpText.Literal(setting.Name)})",
            setting.Required ? "true" : "false",
        };
        if (setting.Length is { } length)
        {
            arguments.Add($"min: {CSharpText.Number(length.Min)}");
            arguments.Add($"max: {(length.Max is { } max ? CSharpText.Number(max) : "int.MaxValue")}");
        }

        if (setting.Pattern is { } pattern)
        {
            arguments.Add($"pattern: {CSharpText.Literal(pattern.Regex)}");
        }

        if (!setting.Values.IsEmpty)
        {
            arguments.Add($"values: [{CSharpText.Join(setting.Values.Select(CSharpText.Literal))}]");
        }

        if (setting.Range is { } range)
        {
            arguments.Add($"least: {(range.Min is { } least ? CSharpText.Number(least) : "long.MinValue")}");
            arguments.Add($"most: {(range.Max is { } most ? CSharpText.Number(most) : "long.MaxValue")}");
        }

        return CSharpText.Join(arguments);
    }
}
