// Reads ids of mutants, one per line, and tests them in one process, so that Roslyn and the runtime start only once:
//
//   dotnet run tests/Mutation/TestHost.cs -- TESTS MUTATED COVERAGE MOST KEPT [EXCLUDED CLASSES]
//
// For each mutant, at most MOST of the tests that reach it run, until one fails. Tests that failed most often run first, then tests
// of different methods. COVERAGE is a file that stores which tests reach which mutants. The mutated assembly and the assemblies that
// reference it are loaded again for a mutant in the value of a static field, and after KEPT other mutants.
#:sdk Microsoft.NET.Sdk.Web
#:property PublishAot=false
#:property NoWarn=$(NoWarn);IL2026;IL2070;IL2075;IL2072;IL3000
using System.Collections;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Runtime.Loader;

var (tests, mutated, coverage, most, kept) = (Path.GetFullPath(args[0]), args[1], args[2], int.Parse(args[3]), int.Parse(args[4]));
var folder = Path.GetDirectoryName(tests)!;
AppContext.SetData("APP_CONTEXT_BASE_DIRECTORY", folder + Path.DirectorySeparatorChar);
AssemblyLoadContext.Default.Resolving += (context, name) =>
    Path.Combine(folder, name.Name + ".dll") is var path && File.Exists(path) ? context.LoadFromAssemblyPath(path) : null;
var renewed = Renewed(folder, mutated);
var reached = File.Exists(coverage) ? Read(coverage) : [];
if (reached.Count == 0)
{
    File.WriteAllLines(coverage + ".part", Cover());
    File.Move(coverage + ".part", coverage);
    reached = Read(coverage);
}

var failures = new Dictionary<string, int>();
var loaded = (Context: (Renewal?)null, Cases: Array.Empty<TestCase>(), Uses: 0);
Console.WriteLine($"ready {reached.Count}");
while (Console.ReadLine() is { } line)
{
    var id = int.Parse(line, CultureInfo.InvariantCulture);
    Console.WriteLine(Test(id) is { } failed
        ? $"killed by {failed}"
        : $"survived {reached.Values.Count(test => test.Mutants.Contains(id))} tests");
}

IEnumerable<string> Cover()
{
    var lines = new List<(string Name, string Class, double Seconds, HashSet<int> Mutants)>();
    var control = typeof(object);
    var last = "";
    TestCase[] cases = [.. TestCase.All(new Renewal(folder, renewed).LoadFromAssemblyPath(tests), args[5..])];
    for (var index = 0; index < cases.Length; index++)
    {
        // The value of a static field reaches its mutants only in the first test after a load, so each class is loaded again.
        var test = cases[index];
        if (last != test.Method.ReflectedType!.FullName)
        {
            var context = new Renewal(folder, renewed);
            control = context.LoadFromAssemblyName(new AssemblyName(mutated)).GetTypes().Single(type => type.Name == "MutantControl");
            control.GetField("CaptureCoverage")!.SetValue(null, true);
            cases = [.. TestCase.All(context.LoadFromAssemblyPath(tests), args[5..])];
            (test, last) = (cases[index], test.Method.ReflectedType!.FullName!);
        }

        control.GetMethod("ResetCoverage")!.Invoke(null, null);
        var clock = Stopwatch.StartNew();
        if (test.Failure() is { } failure)
        {
            Console.WriteLine($"broken {test.Name}: {failure.ReplaceLineEndings(" ")}");
            Environment.Exit(1);
        }

        var covered = (IList<int>[])control.GetMethod("GetCoverageData")!.Invoke(null, null)!;
        lines.Add((test.Name, last, clock.Elapsed.TotalSeconds, [.. covered[0], .. covered[1]]));
    }

    // The value of a static field is made in one test after a load, and all later tests can read it. A mutant that one test of each
    // class reaches may be of this kind, so it counts as reached by every test.
    var inStatic = lines.SelectMany(test => test.Mutants).ToHashSet();
    foreach (var ofClass in lines.GroupBy(test => test.Class))
    {
        inStatic.ExceptWith(ofClass.SelectMany(test => test.Mutants).GroupBy(mutant => mutant).Where(tests => tests.Skip(1).Any()).Select(tests => tests.Key));
    }

    return lines.Select(test => string.Create(
        CultureInfo.InvariantCulture,
        $"{test.Seconds:F3}\t{string.Join(' ', test.Mutants.Union(inStatic).Order())}\t{test.Name}"));
}

string? Test(int id)
{
    File.WriteAllBytes(Environment.GetEnvironmentVariable("STRYKER_MUTANT_FILE")!, BitConverter.GetBytes(id));
    var isStatic = reached.Values.All(reach => reach.Mutants.Contains(id));
    if (loaded.Context is null || loaded.Uses++ >= kept || isStatic)
    {
        loaded.Context?.Unload();
        var context = new Renewal(folder, renewed);
        loaded = (context, [.. TestCase.All(context.LoadFromAssemblyPath(tests), args[5..])], 0);
    }

    var failed = FirstFailure(id, loaded.Cases);
    loaded = isStatic ? default : loaded;
    return failed;
}

string? FirstFailure(int id, IEnumerable<TestCase> all)
{
    var cases = all.Select(test => (test, reach: reached[test.Name])).Where(test => test.reach.Mutants.Contains(id))
        .GroupBy(test => test.test.Method).SelectMany(group => group.Select((test, index) => (test.test, test.reach, index)))
        .OrderByDescending(test => failures.GetValueOrDefault(test.test.Name)).ThenBy(test => test.index).ThenBy(test => test.reach.Seconds)
        .Take(most);
    foreach (var (test, reach, _) in cases)
    {
        // A mutant that does not end is killed by a time limit, which is longer for slow tests.
        var run = Task.Run(test.Failure);
        if (!run.Wait(TimeSpan.FromSeconds(30 + (20 * reach.Seconds))))
        {
            Console.WriteLine($"killed by the time limit in {test.Name}");
            Environment.Exit(1);
        }

        if (run.Result is not null)
        {
            failures[test.Name] = failures.GetValueOrDefault(test.Name) + 1;
            return test.Name;
        }
    }

    return null;
}

static Dictionary<string, Reach> Read(string coverage) => File.ReadAllLines(coverage).Select(line => line.Split('\t'))
    .DistinctBy(parts => parts[2])
    .ToDictionary(
        parts => parts[2],
        parts => new Reach(
            double.Parse(parts[0], CultureInfo.InvariantCulture),
            [.. parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => int.Parse(id, CultureInfo.InvariantCulture))]));

// The mutated assembly and all assemblies that reference it. Assemblies for JSON are included, because they cache types of the tests.
static HashSet<string> Renewed(string folder, string mutated)
{
    var references = Directory.GetFiles(folder, "Apm.*.dll").ToDictionary(path => Path.GetFileNameWithoutExtension(path), path =>
    {
        using var file = new PEReader(File.OpenRead(path));
        var reader = file.GetMetadataReader();
        return reader.AssemblyReferences.Select(reference => reader.GetString(reader.GetAssemblyReference(reference).Name)).ToHashSet();
    });
    HashSet<string> renewed = [mutated, .. Directory.GetFiles(folder, "Json*.dll").Select(path => Path.GetFileNameWithoutExtension(path))];
    while (references.Where(assembly => assembly.Value.Overlaps(renewed)).Select(assembly => renewed.Add(assembly.Key)).ToArray().Contains(true))
    {
    }

    return renewed;
}

internal sealed record Reach(double Seconds, HashSet<int> Mutants);

internal sealed class Renewal(string folder, HashSet<string> renewed) : AssemblyLoadContext(isCollectible: true)
{
    protected override Assembly? Load(AssemblyName name) =>
        renewed.Contains(name.Name!) ? LoadFromAssemblyPath(Path.Combine(folder, name.Name + ".dll")) : null;
}

/// <summary>One call of a method with [Fact] or [Theory].</summary>
internal sealed record TestCase(MethodInfo Method, object?[] Arguments)
{
    public string Name { get; } =
        $"{Method.ReflectedType!.Name}.{Method.Name}({string.Join(", ", Arguments.Select(each => each is object?[] many ? string.Join('|', many) : each))})"
            .ReplaceLineEndings(" ").Replace('\t', ' ');

    public static IEnumerable<TestCase> All(Assembly assembly, string[] leftOut) =>
        from type in assembly.GetExportedTypes()
        where !type.IsAbstract && !leftOut.Contains(type.Name)
        from method in type.GetMethods()
        let attributes = method.GetCustomAttributes().ToArray()
        where attributes.Any(attribute => attribute.GetType().Name is "FactAttribute" or "TheoryAttribute")
        from row in attributes.Any(attribute => attribute.GetType().Name == "FactAttribute")
            ? [[]]
            : attributes.SelectMany(attribute => Rows(type, attribute))
        select new TestCase(method, Complete(method.GetParameters(), row));

    /// <summary>The text of the failure; null if the test passes.</summary>
    public string? Failure()
    {
        try
        {
            var instance = Method.IsStatic ? null : Activator.CreateInstance(Method.ReflectedType!);
            (Method.Invoke(instance, Arguments) as Task)?.GetAwaiter().GetResult();
            (instance as IDisposable)?.Dispose();
            return null;
        }
        catch (Exception exception)
        {
            return (exception is TargetInvocationException ? exception.InnerException : exception)!.ToString();
        }
    }

    private static IEnumerable<object?[]> Rows(Type type, Attribute attribute) => attribute.GetType().Name switch
    {
        "InlineDataAttribute" => [(object?[])Property(attribute, "Data")!],
        "MemberDataAttribute" => ((IEnumerable)Property(
                (Type?)Property(attribute, "MemberType") ?? type,
                (string)Property(attribute, "MemberName")!)!)
            .Cast<object>()
            .Select(row => row as object?[] ?? (object?[])row.GetType().GetInterface("Xunit.ITheoryDataRow")!.GetMethod("GetData")!.Invoke(row, null)!),
        _ => [],
    };

    private static object? Property(object of, string name) =>
        of is Type type
            ? type.GetProperty(name, BindingFlags.Static | BindingFlags.Public)!.GetValue(null)
            : of.GetType().GetProperty(name)!.GetValue(of);

    private static object?[] Complete(ParameterInfo[] parameters, object?[] row) =>
        parameters is [.., var last] && last.IsDefined(typeof(ParamArrayAttribute))
            && !(row.Length == parameters.Length && row[^1]?.GetType() == last.ParameterType)
            ? [.. row.Take(parameters.Length - 1), Many(last.ParameterType.GetElementType()!, row[(parameters.Length - 1)..])]
            : [.. parameters.Select((parameter, index) => index >= row.Length ? parameter.DefaultValue : Converted(row[index], parameter.ParameterType))];

    private static Array Many(Type element, object?[] rest)
    {
        var many = Array.CreateInstance(element, rest.Length);
        rest.CopyTo(many, 0);
        return many;
    }

    private static object? Converted(object? value, Type to) => value is null || to.IsInstanceOfType(value) || value is not IConvertible || to.IsEnum
        ? value
        : Convert.ChangeType(value, Nullable.GetUnderlyingType(to) ?? to, CultureInfo.InvariantCulture);
}
