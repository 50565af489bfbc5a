using System.Globalization;
using System.Text;

namespace Apm.Generators;

/// <summary>Names of generated files: namespace, spec id and what is in it.</summary>
internal static class HintName
{
    // In UTF-8. With what follows it, a file's name stays within 255 bytes, and its path within 260 characters in most folders.
    private const int MaxBytes = 120;
    private const int MaxOfId = 100;

    public static string Of(string ns, string specId, string concept) => $"{Stem(ns, specId)}.{concept}.g.cs";

    /// <summary>What the names of one spec's files begin with. Hosts do not tell capitals apart.</summary>
    /// <remarks>A name that would be too long for a file has a hash in place of its namespace.</remarks>
    public static string Stem(string ns, string specId)
    {
        var id = Escaped(specId);
        var stem = ns.Replace("@", "") + "." + id;
        return Encoding.UTF8.GetByteCount(stem) <= MaxBytes ? stem : Hash(stem) + "." + id.Substring(Math.Max(0, id.Length - MaxOfId));
    }

    private static string Escaped(string specId)
    {
        var name = new StringBuilder();
        foreach (var c in specId)
        {
            // Hosts refuse some characters; an author may use any in an id.
            _ = c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_' or '-' ? name.Append(c)
                : c == '/' ? name.Append('.')
                : name.Append('+').Append(((int)c).ToString("x", CultureInfo.InvariantCulture));
        }

        return name.ToString();
    }

    // FNV-1a: the same in every process, and for names that differ by capitals only, which are one file.
    private static string Hash(string name)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in name.ToLowerInvariant())
        {
            hash = unchecked((hash ^ c) * 1099511628211UL);
        }

        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }
}
