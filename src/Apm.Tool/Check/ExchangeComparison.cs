using Apm.Sandbox;
using Apm.Specs;

namespace Apm.Tool;

/// <summary>Compares files of recorded exchanges with their specs.</summary>
/// <param name="specs">The specs without errors.</param>
/// <param name="ids">The ids of all specs.</param>
internal sealed class ExchangeComparison(SpecSet specs, IReadOnlyCollection<string> ids)
{
    /// <param name="file">The exchanges.</param>
    /// <param name="next">Called before each exchange.</param>
    public IEnumerable<Finding> Of(ExchangeFile file, Action next)
    {
        var wrong = file.Diagnostics.Select(Finding.Of);
        if (file.UnknownSpec(ids) is { } unknown)
        {
            return wrong.Append(Finding.Of(unknown));
        }

        var method = specs.Methods.FirstOrDefault(method => method.SpecId == file.SpecId);
        var api = specs.Apis.FirstOrDefault(api => api.Id == (method?.Api ?? file.SpecId));
        return file.SpecId.Length == 0 ? wrong
            : api is null
                ? wrong.Append(new Finding(
                    Finding.Difference,
                    FindingSeverity.Error,
                    file.IdLocation,
                    $"the exchanges cannot be compared, because the spec '{file.SpecId}' or its API has errors"))
            : wrong.Concat(Compare(new ExchangeCheck(api, method), file, next));
    }

    private static IEnumerable<Finding> Compare(ExchangeCheck check, ExchangeFile file, Action next)
    {
        foreach (var exchange in file.Exchanges)
        {
            next();
            var verdict = check.Check(exchange, file.Exchanges);
            foreach (var problem in verdict.Problems)
            {
                yield return new Finding(Finding.Difference, FindingSeverity.Error, problem.Location, $"{exchange.Name}: {problem.Message}");
            }

            foreach (var part in verdict.Unchecked)
            {
                yield return new Finding(Finding.NotChecked, FindingSeverity.Info, part.Location, $"{exchange.Name}: not checked: {part.Message}");
            }
        }
    }
}
