// Right: Results.Pay("USD") => Results.Pay("SEK")
public static class Results
{
    public static SwishPaymentRequest Pay(string currency) => new()
    {
        TransactionReference = "API-1",
        Merchant = new() { Entity = "default" },
        Instruction = new() { Value = new(100, currency), Narrative = new() { Line1 = "Api" }, PaymentInstrument = new() { Country = "SE" } },
    };
}

public sealed class Routes
{
    private readonly Dictionary<string, Func<object>> _handlers = new();

    public void MapPost(string path, Func<object> handler) => _handlers[path] = handler;

    public object Post(string path) => _handlers[path]();
}

public static class Program
{
    public static object Pay()
    {
        var routes = new Routes();
        routes.MapPost("/pay", () => Results.Pay("USD")); // APM1001
        return routes.Post("/pay");
    }
}
