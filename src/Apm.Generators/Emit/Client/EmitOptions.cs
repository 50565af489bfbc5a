using Apm.Specs;

namespace Apm.Generators;

/// <summary>The options of an API's client, and its registration with dependency injection.</summary>
internal static class EmitOptions
{
    public static void Write(CodeWriter code, ApiModel api)
    {
        var type = api.Prefix + "ClientOptions";
        EmitDocs.Summary(code, $"The address of the {api.Name}, and the credentials.");
        code.Line(EmitContext.GeneratedCode);
        using (code.Block($"public sealed class {type} : {Base(api.Authentication.Scheme)}"))
        {
            foreach (var host in api.Hosts)
            {
                EmitDocs.Summary(code, $"The host {host.Name}: {host.Url}.");
                code.Line($"public static global::System.Uri {CSharpName.Property(host.Name)}Host {{ get; }} = new({CSharpText.Literal(host.Url)});");
                code.Line();
            }

            code.Line($$"""
                /// <summary>Creates options for {{CSharpText.Xml(api.Hosts[0].Url)}}, without credentials.</summary>
                public {{type}}()
                    : base({{BaseArguments(api)}})
                {
                }

                """);
            Profile(code, api);
        }
    }

    public static void WriteRegistration(CodeWriter code, ApiModel api)
    {
        var client = api.Prefix + "Client";
        var create = client + ".Over";
        EmitDocs.Summary(code, $"Registers clients of the {api.Name}.");
        code.Line(EmitContext.GeneratedCode);
        using (code.Block($"public static class {client}ServiceCollectionExtensions"))
        {
            code.Line($$"""
                /// <summary>Registers an <see cref="I{{client}}"/>. Its options are validated when the host starts.</summary>
                public static global::Microsoft.Extensions.DependencyInjection.IHttpClientBuilder Add{{client}}(this global::Microsoft.Extensions.DependencyInjection.IServiceCollection services, global::System.Action<{{client}}Options> configure) =>
                    global::Apm.ApmServiceCollection.AddApmClient<I{{client}}, {{client}}, {{client}}Options>(services, null, {{client}}Options.Profile, configure, {{create}});

                /// <summary>Registers an <see cref="I{{client}}"/> whose options are in a configuration section, by their names.</summary>
                /// <remarks>A change of the configuration is used from the next call on. An invalid change is logged and ignored.</remarks>
                /// <param name="services">The service collection.</param>
                /// <param name="section">The section. It has the credentials, and may have the <c>BaseAddress</c>.</param>
                public static global::Microsoft.Extensions.DependencyInjection.IHttpClientBuilder Add{{client}}(this global::Microsoft.Extensions.DependencyInjection.IServiceCollection services, global::Microsoft.Extensions.Configuration.IConfiguration section) =>
                    global::Apm.ApmServiceCollection.AddApmClient<I{{client}}, {{client}}, {{client}}Options>(services, null, {{client}}Options.Profile, section, {{create}});

                /// <summary>Registers an <see cref="I{{client}}"/> for one of several merchants, as a keyed service.</summary>
                /// <param name="services">The service collection.</param>
                /// <param name="key">The key of the service.</param>
                /// <param name="configure">Sets the credentials.</param>
                public static global::Microsoft.Extensions.DependencyInjection.IHttpClientBuilder Add{{client}}(this global::Microsoft.Extensions.DependencyInjection.IServiceCollection services, string key, global::System.Action<{{client}}Options> configure) =>
                    global::Apm.ApmServiceCollection.AddKeyedApmClient<I{{client}}, {{client}}, {{client}}Options>(services, key, {{client}}Options.Profile, configure, {{create}});

                /// <summary>Registers an <see cref="I{{client}}"/> for one of several merchants, as a keyed service with configured options.</summary>
                /// <param name="services">The service collection.</param>
                /// <param name="key">The key of the service.</param>
                /// <param name="section">The section. It has the credentials, and may have the <c>BaseAddress</c>.</param>
                public static global::Microsoft.Extensions.DependencyInjection.IHttpClientBuilder Add{{client}}(this global::Microsoft.Extensions.DependencyInjection.IServiceCollection services, string key, global::Microsoft.Extensions.Configuration.IConfiguration section) =>
                    global::Apm.ApmServiceCollection.AddKeyedApmClient<I{{client}}, {{client}}, {{client}}Options>(services, key, {{client}}Options.Profile, section, {{create}});
                """);
        }
    }

    private static void Profile(CodeWriter code, ApiModel api)
    {
        var errors = api.Errors;
        using (code.Block("internal static global::Apm.ApiProfile Profile { get; } = new()", "};"))
        {
            code.Line($"""
                Name = {CSharpText.Literal(api.Id)},
                Headers = [{CSharpText.Join(api.Headers.Select(header => $"new({CSharpText.Literal(header.Name)}, {CSharpText.Literal(header.Value)})"))}],
                ReferencePath = {CSharpText.Literal("$." + api.Roles.Reference)},
                IdempotencyHeader = {CSharpText.LiteralOrNull(api.IdempotencyHeader)},
                CorrelationHeader = {CSharpText.LiteralOrNull(errors.CorrelationHeader)},
                DuplicateReferenceError = {CSharpText.LiteralOrNull(errors.Code(ErrorKind.DuplicateReference)?.Name)},
                ErrorNames = [{CSharpText.Join(errors.Codes.Select(code => code.Name).Distinct().Select(CSharpText.Literal))}],
                ReadPayment = {api.Prefix}Json.ReadPayment,
                """);
            using (code.Block("Errors = new()", "},"))
            {
                code.Line($"""
                    Name = {CSharpText.Literal(errors.Name)},
                    Message = {CSharpText.Literal(errors.Message)},
                    Details = {CSharpText.LiteralOrNull(errors.Details)},
                    DetailName = {CSharpText.LiteralOrNull(errors.DetailName)},
                    DetailMessage = {CSharpText.LiteralOrNull(errors.DetailMessage)},
                    DetailPath = {CSharpText.LiteralOrNull(errors.DetailPath)},
                    """);
            }
        }
    }

    private static string BaseArguments(ApiModel api)
    {
        var host = CSharpName.Property(api.Hosts[0].Name) + "Host";
        return api.Authentication.Header is { } header ? $"{host}, {CSharpText.Literal(header)}" : host;
    }

    private static string Base(AuthenticationScheme scheme) => scheme switch
    {
        AuthenticationScheme.Basic => "global::Apm.BasicClientOptions",
        AuthenticationScheme.Bearer => "global::Apm.BearerClientOptions",
        _ => "global::Apm.HeaderKeyClientOptions",
    };
}
