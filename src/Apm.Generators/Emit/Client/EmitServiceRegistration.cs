using Apm.Specs;

namespace Apm.Generators;

/// <summary>The extension methods, <c>Add…Client</c>, that register a client with dependency injection.</summary>
internal static class EmitServiceRegistration
{
    private const string Namespace = "global::Microsoft.Extensions.DependencyInjection";

    public static void Write(CodeWriter code, ApiModel api)
    {
        var client = api.Prefix + "Client";
        var types = $"<I{client}, {client}, {client}Options>";
        var profile = client + "Options.Profile";
        var create = client + ".Over";
        var add = $"public static {Namespace}.IHttpClientBuilder Add{client}(this {Namespace}.IServiceCollection services, ";
        var configure = $"global::System.Action<{client}Options> configure) =>";
        const string Section = "global::Microsoft.Extensions.Configuration.IConfiguration section) =>";
        EmitDocs.Summary(code, $"Registers clients of the {api.Name}.");
        code.Line(EmitContext.GeneratedCode);
        using (code.Block($"public static class {client}ServiceCollectionExtensions"))
        {
            code.Line($$"""
                /// <summary>Registers an <see cref="I{{client}}"/>. Its options are validated when the host starts.</summary>
                {{add}}{{configure}}
                    global::Apm.ApmServiceCollection.AddApmClient{{types}}(services, null, {{profile}}, configure, {{create}});

                /// <summary>Registers an <see cref="I{{client}}"/> whose options are in a configuration section, by their names.</summary>
                /// <remarks>A change of the configuration is used from the next call on. An invalid change is logged and ignored.</remarks>
                /// <param name="services">The service collection.</param>
                /// <param name="section">The section. It has the credentials, and may have the <c>BaseAddress</c>.</param>
                {{add}}{{Section}}
                    global::Apm.ApmServiceCollection.AddApmClient{{types}}(services, null, {{profile}}, section, {{create}});

                /// <summary>Registers an <see cref="I{{client}}"/> for one of several merchants, as a keyed service.</summary>
                /// <param name="services">The service collection.</param>
                /// <param name="key">The key of the service.</param>
                /// <param name="configure">Sets the credentials.</param>
                {{add}}string key, {{configure}}
                    global::Apm.ApmServiceCollection.AddKeyedApmClient{{types}}(services, key, {{profile}}, configure, {{create}});

                /// <summary>Registers an <see cref="I{{client}}"/> for one of several merchants, as a keyed service with configured options.</summary>
                /// <param name="services">The service collection.</param>
                /// <param name="key">The key of the service.</param>
                /// <param name="section">The section. It has the credentials, and may have the <c>BaseAddress</c>.</param>
                {{add}}string key, {{Section}}
                    global::Apm.ApmServiceCollection.AddKeyedApmClient{{types}}(services, key, {{profile}}, section, {{create}});
                """);
        }
    }
}
