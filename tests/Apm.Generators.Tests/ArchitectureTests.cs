using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Apm.Analyzers;
using Apm.CodeFixes;
using Apm.Specs;
using Xunit;

namespace Apm.Generators.Tests;

/// <summary>Dependencies point one way, and models hold plain values.</summary>
public class ArchitectureTests
{
    private static readonly string s_source = Path.Combine(GeneratorHost.SpecsFolder, "..", "src");

    private static readonly Dictionary<string, string[]> s_allowed = new(StringComparer.Ordinal)
    {
        ["Apm.Specs"] = [],
        ["Apm.Generators"] = ["Apm.Specs"],
        ["Apm.Analyzers"] = ["Apm.Specs"],
        ["Apm.CodeFixes"] = ["Apm.Analyzers"],
        ["Apm.Runtime"] = [],
        ["Apm.AspNetCore"] = ["Apm.Runtime"],
        ["Apm.EntityFrameworkCore"] = ["Apm.Runtime"],
        ["Apm.Redis"] = ["Apm.Runtime"],
        ["Apm.Sandbox"] = ["Apm.Specs"],
        ["Apm.Templates"] = [],
        ["Apm.Testing"] = ["Apm.Runtime", "Apm.Specs"],
        ["Apm.Tool"] = ["Apm.Sandbox", "Apm.Specs"],
    };

    [Fact]
    public void Projects_reference_what_the_design_allows()
    {
        var projects = Directory
            .GetDirectories(s_source)
            .SelectMany(folder => Directory.GetFiles(folder, "*.csproj"))
            .ToDictionary(path => Path.GetFileNameWithoutExtension(path), References);

        Assert.Equal(s_allowed.Keys.Order(), projects.Keys.Order());
        Assert.All(projects, project => Assert.Equal(s_allowed[project.Key], project.Value));
    }

    [Fact]
    public void Specs_and_generator_load_in_the_oldest_compiler()
    {
        string[] provided =
        [
            "netstandard",
            "Apm.YamlDotNet",
            "Apm.Specs",
            "Microsoft.CodeAnalysis",
            "Microsoft.CodeAnalysis.CSharp",
            "System.Collections.Immutable",
        ];

        foreach (var assembly in new[] { typeof(SpecParser).Assembly, typeof(ApmGenerator).Assembly })
        {
            Assert.All(References(assembly), name => Assert.Contains(name, provided));
        }
    }

    [Fact]
    public void Analyzers_and_fixes_load_in_the_oldest_compiler_and_editor()
    {
        string[] provided =
        [
            "netstandard", "Apm.YamlDotNet", "Apm.Specs", "System.Collections.Immutable", "System.Memory",
            "Microsoft.CodeAnalysis", "Microsoft.CodeAnalysis.CSharp",
        ];
        string[] providedToFixes = [.. provided, "Apm.Analyzers", "Microsoft.CodeAnalysis.Workspaces", "Microsoft.CodeAnalysis.CSharp.Workspaces"];

        Assert.All(References(typeof(SpecAdviceAnalyzer).Assembly), name => Assert.Contains(name, provided));
        Assert.All(References(typeof(UsageFix).Assembly), name => Assert.Contains(name, providedToFixes));
    }

    [Fact]
    public void No_source_names_a_gateway_or_a_method()
    {
        var methods = Directory.GetFiles(Path.Combine(s_source, "..", "specs"), "*.apm.yaml", SearchOption.AllDirectories)
            .Select(path => Path.GetFileName(path).Split('.')[0])
            // Also a kind of next action, whichever the gateway.
            .Except(["voucher"]);
        var names = new Regex($@"worldpay|mollie|stripe|adyen|alipay|\b({string.Join('|', methods.Distinct())})\b", RegexOptions.IgnoreCase);
        var files = Directory.GetFiles(s_source, "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "content"));

        Assert.All(files, path => Assert.All(File.ReadAllLines(path), line => Assert.DoesNotMatch(names, line)));
    }

    [Fact]
    public void Models_hold_plain_values()
    {
        var seen = new HashSet<Type>();
        foreach (var root in new[] { "MethodInput", "ApiInput", "SpecNameConflicts" })
        {
            ExpectPlain(typeof(ApmGenerator).Assembly.GetType("Apm.Generators." + root, throwOnError: true)!, seen);
        }

        Assert.Superset(new HashSet<Type> { typeof(FieldModel), typeof(TermModel), typeof(WebhooksModel) }, seen);
    }

    private static void ExpectPlain(Type type, HashSet<Type> seen)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        while (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>))
        {
            type = type.GetGenericArguments()[0];
        }

        if (type.IsPrimitive || type.IsEnum || type == typeof(string) || !seen.Add(type))
        {
            return;
        }

        Assert.True(typeof(IEquatable<>).MakeGenericType(type).IsAssignableFrom(type), $"{type} has no equality of its own.");
        foreach (var derived in type.Assembly.GetTypes().Where(derived => derived.BaseType == type))
        {
            ExpectPlain(derived, seen);
        }

        foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public))
        {
            ExpectPlain(field.FieldType, seen);
        }
    }

    private static IEnumerable<string> References(Assembly assembly) =>
        assembly
            .GetReferencedAssemblies()
            .Select(reference =>
            {
                Assert.True(
                    !reference.Name!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) || reference.Version == new Version(4, 8, 0, 0),
                    reference.FullName);
                return reference.Name;
            });

    private static string[] References(string project) =>
        [
            .. XDocument
                .Load(project)
                .Descendants("ProjectReference")
                .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')))
                .Order(),
        ];
}
