using System.Text;

namespace Apm.Specs;

/// <summary>The ids that members of enums have in specs: <c>RefundPending</c> is <c>refund-pending</c>.</summary>
public static class KebabCase
{
    public static IReadOnlyList<string> Ids<TEnum>()
        where TEnum : struct, Enum => Members<TEnum>.Ids;

    public static bool TryParse<TEnum>(string id, out TEnum value)
        where TEnum : struct, Enum => Members<TEnum>.ById.TryGetValue(id, out value);

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

    private static class Members<TEnum>
        where TEnum : struct, Enum
    {
        public static readonly string[] Ids = [.. Enum.GetNames(typeof(TEnum)).Select(Of)];

        public static readonly Dictionary<string, TEnum> ById =
            ((TEnum[])Enum.GetValues(typeof(TEnum))).ToDictionary(value => Of(value.ToString()), StringComparer.Ordinal);
    }
}
