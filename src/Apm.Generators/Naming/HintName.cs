using System.Globalization;
using System.Text;

namespace Apm.Generators;

/// <summary>Names of generated files: the namespace, the spec id and the kind of content.</summary>
internal static class HintName
{
    // In UTF-8. With the suffix, a file's name stays within 255 bytes, and its path within 260 characters in most folders.
    private const int MaxBytes = 120;
    private const int MaxOfId = 100;

    public static string Of(string ns, string specId, string concept) => $"{Stem(ns, specId)}.{concept}.g.cs";

    /// <summary>The start of the names of one spec's files. Hosts do not distinguish upper case and lower case.</summary>
    /// <remarks>A name that would be too long for a file has a hash instead of its namespace.</remarks>
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
            // Hosts refuse some characters, and an id may contain any.
            _ = c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_' or '-' ? name.Append(c)
                : c == '/' ? name.Append('.')
                : name.Append('+').Append(((int)c).ToString("x", CultureInfo.InvariantCulture));
        }

        return name.ToString();
    }

    // FNV-1a, which is the same in every process. Names that differ only in case have the same hash, because they are one file.
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
