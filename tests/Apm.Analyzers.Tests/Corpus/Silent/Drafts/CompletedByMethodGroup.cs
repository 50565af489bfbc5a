public sealed record Person(string Id, string? Email);

public static class Requests
{
    private static PrzelewyPaymentRequest Draft(Person person) => new()
    {
        TransactionReference = person.Id,
        Merchant = new() { Entity = "group" },
        Instruction = new()
        {
            Value = new(5_500, "PLN"),
            Narrative = new() { Line1 = "Group" },
            PaymentInstrument = new() { Country = "PL" },
            ResultUrls = new()
            {
                Success = new Uri("https://group.example/ok"),
                Pending = new Uri("https://group.example/wait"),
                Cancel = new Uri("https://group.example/no"),
            },
        },
    };

    private static PrzelewyPaymentRequest Complete(PrzelewyPaymentRequest draft) =>
        draft with { Instruction = draft.Instruction with { Customer = new() { Email = "anna@group.example" } } };

    public static IEnumerable<PrzelewyPaymentRequest> All(IEnumerable<Person> people) => people.Select(Draft).Select(Complete);

    public static PrzelewyPaymentRequest One(Person person)
    {
        Func<PrzelewyPaymentRequest, PrzelewyPaymentRequest> complete = Complete;
        return complete(Draft(person));
    }

    public static PrzelewyPaymentRequest Piped(Person person) => Pipe(Draft(person), Complete);

    private static PrzelewyPaymentRequest Pipe(PrzelewyPaymentRequest draft, Func<PrzelewyPaymentRequest, PrzelewyPaymentRequest> next) => next(draft);
}

public static class Program
{
    public static IEnumerable<object?> Pay() =>
    [
        .. Requests.All([new("group-1", null)]),
        Requests.One(new("group-2", null)),
        Requests.Piped(new("group-3", null)),
    ];
}
