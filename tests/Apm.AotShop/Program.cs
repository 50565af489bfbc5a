// A web shop without reflection: binds a generated request from JSON, pays, and answers with the payment.
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Insert(0, WorldpayJson.Resolver));
builder.Services.AddWorldpayClient(options =>
{
    options.BaseAddress = new Uri(builder.Configuration["gateway"]!);
    options.UserName = builder.Configuration["user"]!;
    options.Password = builder.Configuration["password"]!;
});

var app = builder.Build();
app.Urls.Add("http://127.0.0.1:0");
app.MapPost("/pay", async (AlipayHkPaymentRequest request, IWorldpayClient client, CancellationToken cancellationToken) =>
{
    var result = request.Validate();
    return result.IsValid
        ? Results.Ok(await client.PayAsync(request, cancellationToken))
        : Results.Text(result.ToString(), statusCode: StatusCodes.Status422UnprocessableEntity);
});
await app.StartAsync();
Console.WriteLine(app.Urls.First());
await app.WaitForShutdownAsync();
