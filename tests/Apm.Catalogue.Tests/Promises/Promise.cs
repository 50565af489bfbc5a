using System.Globalization;
using Apm.Specs;

namespace Apm.Catalogue.Tests.Promises;

/// <summary>Something of a method that merchants' code may rely on: to take it away breaks them.</summary>
/// <param name="Text">In words, with the method's id; its bound left out.</param>
/// <param name="AtMost">A bound that must not come down.</param>
/// <param name="AtLeast">A bound that must not go up.</param>
internal sealed record Promise(string Text, long? AtMost = null, long? AtLeast = null)
{
    private const string Required = " is required";
    private const string Optional = " is optional";

    public static IEnumerable<Promise> Of(MethodModel method)
    {
        string[] facts =
        [
            .. method.Currencies.Select(currency => "takes " + currency),
            .. method.Operations.Select(operation => "offers " + operation.Id),
            .. method.Capabilities.Where(capability => capability is "sale" or "authorization").Select(capability => "offers " + capability),
        ];
        return facts.Select(fact => new Promise($"{method.SpecId} {fact}"))
            .Concat(method.Currencies.Select(currency => Amount(method, currency)))
            .Concat(method.Request.Members.SelectMany(field => Of(method.SpecId + " ", field)))
            .Concat(
                method
                    .Operations.Where(operation => operation.Body is not null)
                    .SelectMany(operation => operation.Body!.Members.SelectMany(field => Of($"{method.SpecId} {operation.Id} ", field))));
    }

    /// <summary>A line of a file.</summary>
    public static Promise Parse(string line)
    {
        var (text, atMost) = Bound(line, " at most ");
        (text, var atLeast) = Bound(text, " at least ");
        return new Promise(text, atMost, atLeast);
    }

    /// <summary>What was promised before and is not kept now, in words of before; of a field that came to be required, in those of now.</summary>
    public static IEnumerable<string> Broken(IEnumerable<string> before, IReadOnlyCollection<Promise> now)
    {
        var then = before.Select(Parse).ToLookup(promise => promise.Text);
        var kept = now.ToLookup(promise => promise.Text);
        foreach (var promise in then.SelectMany(promises => promises))
        {
            var text = promise.Text;
            if (!kept[text].Any(promise.IsKeptBy) && !(text.EndsWith(Required, StringComparison.Ordinal) && kept.Contains(text[..^Required.Length] + Optional)))
            {
                yield return promise.ToString();
            }
        }

        foreach (var promise in now)
        {
            if (promise.Text.EndsWith(Required, StringComparison.Ordinal)
                && promise.Text[..^Required.Length] is var field
                && !then.Contains(promise.Text)
                && !then.Contains(field + Optional)
                && Owner(field) is var owner
                && (then.Contains(owner + Required) || then.Contains(owner + Optional)))
            {
                yield return promise.ToString();
            }
        }
    }

    private static string Owner(string field) => field.LastIndexOf('.') is >= 0 and var dot ? field[..dot] : field;

    private bool IsKeptBy(Promise now) =>
        now.Text == Text
        && !(now.AtMost < AtMost)
        && !(now.AtLeast > AtLeast)
        && (now.AtMost is null || AtMost is not null)
        && (now.AtLeast is null || AtLeast is not null);

    public override string ToString() => Text + (AtLeast is { } least ? $" at least {least}" : "") + (AtMost is { } most ? $" at most {most}" : "");

    private static IEnumerable<Promise> Of(string owner, FieldModel field)
    {
        var name = owner + field.Path;
        var promises = new List<Promise> { new(name + (field.Required ? Required : Optional)) };
        promises.AddRange(field.Values.Select(value => new Promise($"{name} may be {value}")));
        switch (field.Type)
        {
            case FieldType.String:
                promises.Add(Bounds(name + " length", field.Length?.Min, field.Length?.Max));
                break;
            case FieldType.Integer:
                promises.Add(Bounds(name + " value", field.Range?.Min, field.Range?.Max));
                break;
        }

        return promises.Concat(field.Members.SelectMany(member => Of(owner, member)));
    }

    private static Promise Amount(MethodModel method, string currency)
    {
        var limit = method.Limits.FirstOrDefault(limit => limit.IsEnforced && limit.Currency == currency);
        return Bounds($"{method.SpecId} amount in {currency}", limit?.Min, limit?.Max);
    }

    // No bound is a promise, too: one that comes later breaks.
    private static Promise Bounds(string name, long? min, long? max) => new(name, max, min);

    private static (string Text, long? Number) Bound(string line, string word)
    {
        var start = line.IndexOf(word, StringComparison.Ordinal);
        return start < 0 ? (line, null) : (line[..start], long.Parse(line[(start + word.Length)..].Split(' ')[0], CultureInfo.InvariantCulture));
    }
}
