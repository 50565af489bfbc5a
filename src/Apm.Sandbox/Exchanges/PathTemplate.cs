namespace Apm.Sandbox;

/// <summary>Compares a path with a template such as <c>/payments/{id}/refunds</c>.</summary>
internal static class PathTemplate
{
    public static bool Matches(string template, string path)
    {
        var (wanted, given) = (template.Split('/'), path.Split('/'));
        return wanted.Length == given.Length
            && wanted.Zip(given).All(pair => pair.First == pair.Second || (pair.First.StartsWith('{') && pair.Second.Length > 0));
    }
}
