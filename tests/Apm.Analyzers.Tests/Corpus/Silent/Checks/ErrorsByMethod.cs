public sealed record Visit(string Country, long Amount)
{
    public string Currency => Country == "SE" ? "SEK" : "ALL";
}

public sealed record Outcome(bool IsValid);

public sealed class VisitValidator
{
    private readonly List<Func<Visit, bool>> _rules = [visit => visit.Country == "SE", visit => visit.Amount > 0];

    public Outcome Validate(Visit visit) => new(_rules.TrueForAll(rule => rule(visit)));

    public void Collect(Visit visit, List<string> problems)
    {
        foreach (var rule in _rules)
        {
            if (!rule(visit))
            {
                problems.Add("A rule is broken");
            }
        }
    }
}

public static class Program
{
    private static object? WithResult(Visit visit)
    {
        var result = new VisitValidator().Validate(visit);
        if (!result.IsValid)
        {
            return null;
        }

        return Request(visit.Amount, visit.Currency);
    }

    private static object? WithList(Visit visit)
    {
        var problems = new List<string>();
        new VisitValidator().Collect(visit, problems);
        return problems is [] ? Request(visit.Amount, visit.Currency) : null;
    }

    private static object Request(long amount, string currency) => new SwishPaymentRequest
    {
        TransactionReference = "visit-1",
        Merchant = new() { Entity = "visits" },
        Instruction = new()
        {
            Value = new Money(amount, currency),
            Narrative = new() { Line1 = "Visits" },
            PaymentInstrument = new() { Country = "SE" },
        },
    };

    public static IEnumerable<object?> Pay()
    {
        Visit[] visits = [new("SE", 3), new("AL", 3), new("SE", -3)];
        return visits.Select(WithResult).Concat(visits.Select(WithList));
    }
}
