using System.Text;

namespace Apm.Generators.Pipeline;

/// <summary>Names of generated files: namespace, spec id and what is in it.</summary>
internal static class HintName
{
    public static string Of(string ns, string specId, string concept) => $"{Stem(ns, specId)}.{concept}.g.cs";

    /// <summary>What the names of one spec's files begin with. Hosts do not tell capitals apart.</summary>
    public static string Stem(string ns, string specId)
    {
        var name = new StringBuilder(ns.Replace("@", "")).Append('.');
        foreach (var c in specId)
        {
            // Hosts refuse some characters; an author may use any in an id.
            _ = c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_' or '-' ? name.Append(c)
                : c == '/' ? name.Append('.')
                : name.Append('+').Append(((int)c).ToString("x", System.Globalization.CultureInfo.InvariantCulture));
        }

        return name.ToString();
    }
}
