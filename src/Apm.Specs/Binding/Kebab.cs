using System.Text;

namespace Apm.Specs.Binding;

/// <summary>The ids that members of enums have in specs: <c>RefundPending</c> is <c>refund-pending</c>.</summary>
internal static class Kebab
{
    public static IEnumerable<string> Ids<TEnum>()
        where TEnum : struct, Enum => Enum.GetNames(typeof(TEnum)).Select(Of);

    public static bool TryParse<TEnum>(string id, out TEnum value)
        where TEnum : struct, Enum
    {
        foreach (TEnum candidate in Enum.GetValues(typeof(TEnum)))
        {
            if (Of(candidate.ToString()) == id)
            {
                value = candidate;
                return true;
            }
        }

        value = default;
        return false;
    }

    public static string Of(string name)
    {
        var id = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsUpper(c) && id.Length > 0)
            {
                id.Append('-');
            }

            id.Append(char.ToLowerInvariant(c));
        }

        return id.ToString();
    }
}
