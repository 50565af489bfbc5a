using System.Runtime.CompilerServices;
using Apm.Specs;

namespace Apm.Generators;

/// <summary>The check of a text field that methods use as their API declares it.</summary>
/// <param name="Name">The name of the method that checks it.</param>
internal sealed record SharedCheck(string Name, ObjectShape Owner, MemberShape Member);

// docs/decisions/spec-language.md
/// <summary>One shared check for each text field of an API's request and of the bodies of its operations. All methods use it.</summary>
internal sealed class SharedChecks
{
    public static readonly SharedChecks None = new([]);

    private static readonly ConditionalWeakTable<ApiModel, SharedChecks> s_known = new();

    private readonly ILookup<string, SharedCheck> _byPath;

    private SharedChecks(IEnumerable<SharedCheck> checks) => _byPath = checks.ToLookup(check => check.Member.Field.Path, StringComparer.Ordinal);

    public static SharedChecks Of(ApiModel api) =>
        s_known.GetValue(api, static api => new SharedChecks(
            Bodies(api)
                .Prepend(ShapeBuilder.SharedRequest(api))
                .SelectMany(root => root.SelfAndOwn())
                .Where(shape => shape.Origin == ObjectOrigin.Body)
                .SelectMany(Texts)));

    public IEnumerable<SharedCheck> All => _byPath.SelectMany(checks => checks);

    /// <summary>The checks that are called: by the API's own bodies, and by methods.</summary>
    /// <param name="byMethods">The names of the checks that methods call.</param>
    public SharedChecks Called(ApiModel api, IEnumerable<string> byMethods)
    {
        var names = new HashSet<string>(byMethods.Concat(CalledBy(Bodies(api))), StringComparer.Ordinal);
        return new SharedChecks(All.Where(check => names.Contains(check.Name)));
    }

    /// <summary>The names of the checks that the declared objects of a method or an API need.</summary>
    public IEnumerable<string> CalledBy(IEnumerable<ObjectShape> roots) =>
        roots.SelectMany(root => root.Declared()).SelectMany(shape => shape.Members, Find).OfType<SharedCheck>().Select(check => check.Name);

    /// <returns>Null if the member is not such a text, or has constraints of its own.</returns>
    public SharedCheck? Find(ObjectShape shape, MemberShape member) =>
        shape.Origin == ObjectOrigin.Body && IsText(member)
            ? _byPath[member.Field.Path].FirstOrDefault(check => check.Member.Field.Equals(member.Field))
            : null;

    private static IEnumerable<SharedCheck> Texts(ObjectShape shape) =>
        shape.Members.Where(IsText).Select(member => new SharedCheck("Check_" + ValidationTarget.SetOf(shape, member), shape, member));

    private static bool IsText(MemberShape member) => member is { Object: null, Item: null, IsConst: false, IsValueType: false, IsMap: false };

    private static IEnumerable<ObjectShape> Bodies(ApiModel api) =>
        GeneratedOperation.Of(api).Where(pair => pair.Model.Body is not null).Select(pair => ShapeBuilder.Body(pair.Model, pair.Model.Body!, api));
}
