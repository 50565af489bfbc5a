using Xunit;

namespace Apm.Analyzers.Tests;

/// <summary>Secrets that are written in code, wherever they end up.</summary>
public class SecretTests
{
    [Theory]
    [InlineData("""options.Keys["1"] = {|APM1013:"secret"|};""")]
    [InlineData("""options.Keys[text] = {|APM1013:"secret"|};""")]
    [InlineData("""options.Keys.Add("1", {|APM1013:"secret"|});""")]
    [InlineData("""options.Keys.Add(value: {|APM1013:"secret"|}, key: text);""")]
    [InlineData("""options.Keys.TryAdd("1", {|APM1013:"secret"|});""")]
    [InlineData("""options.Keys.Add(new KeyValuePair<string, string>("1", {|APM1013:"secret"|}));""")]
    [InlineData("""options.Keys.Add(new("1", {|APM1013:"secret"|}));""")]
    [InlineData("""options.Keys.Add(KeyValuePair.Create("1", {|APM1013:"secret"|}));""")]
    [InlineData("""options.Keys.Add(KeyValuePair.Create(value: {|APM1013:"secret"|}, key: text));""")]
    [InlineData("""_ = new ApmWebhookOptions { Keys = { ["1"] = {|APM1013:"secret"|}, ["2"] = text } };""")]
    [InlineData("""_ = new ApmWebhookOptions { Keys = { { "1", {|APM1013:"secret"|} }, { "2", text } } };""")]
    [InlineData("""var secret = "sec" + "ret"; options.Keys["1"] = {|APM1013:secret|};""")]
    [InlineData("""options.Keys["1"] = flag ? {|APM1013:"secret"|} : text;""")]
    [InlineData("""options.Keys["1"] = {|APM1013:Secret|};""")]
    [InlineData("""var secret = flag ? text : "secret"; options.Keys.Add("1", {|APM1013:secret|});""")]
    [InlineData("""var keys = options.Keys; keys["1"] = {|APM1013:"secret"|}; keys.Add("2", {|APM1013:"secret"|}); keys["3"] = text;""")]
    [InlineData("""IDictionary<string, string> keys = options.Keys; keys["1"] = {|APM1013:"secret"|};""")]
    [InlineData("""Action<ApmWebhookOptions> configure = each => each.Keys["1"] = {|APM1013:"secret"|};""")]
    [InlineData("""Configure(each => { each.Keys["1"] = {|APM1013:"secret"|}; each.Keys["2"] = text; });""")]
    [InlineData("""Fill(options, {|APM1013:"secret"|}); Fill(options, text);""")]
    [InlineData("""FillMore(options, {|APM1013:"secret"|});""")]
    [InlineData("""(options.Keys["1"], number) = ({|APM1013:"secret"|}, 1);""")]
    public async Task A_secret_of_events_is_seen(string statements) =>
        await CheckAsync("var options = new ApmWebhookOptions();" + statements);

    [Theory]
    [InlineData("""options.Keys["1"] = text; options.Keys.Add("2", text); options.Keys.TryAdd("3", Ask());""")]
    [InlineData("""options.Keys["1"] = "";""")]
    [InlineData("""_ = options.Keys["secret"]; _ = options.Keys.ContainsKey("secret"); options.Keys.Remove("secret");""")]
    [InlineData("""foreach (var id in new[] { "1", "2" }) { options.Keys[id] = Ask(); }""")]
    [InlineData("""IDictionary<string, string> keys = options.Keys; keys = new Dictionary<string, string>(); keys["1"] = "no secret";""")]
    [InlineData("""IDictionary<string, string> keys = new Dictionary<string, string>(); keys["1"] = "no secret"; keys.Add("2", "no secret");""")]
    [InlineData("""var keys = new Dictionary<string, string> { ["1"] = "no secret" }; keys.Add("2", "no secret");""")]
    [InlineData("""IDictionary<string, string> Keys = new Dictionary<string, string>(); Keys["1"] = "no secret";""")]
    [InlineData("""_ = new Order("", 1) { Status = "no secret" };""")]
    public async Task What_is_no_secret_of_events_is_left_alone(string statements) =>
        await CheckAsync("var options = new ApmWebhookOptions();" + statements);

    [Theory]
    [InlineData("""options.GetCredentialsAsync = _ => ValueTask.FromResult({|APM1013:"user:secret"|});""")]
    [InlineData("""options.GetCredentialsAsync = _ => new ValueTask<string>({|APM1013:"user:secret"|});""")]
    [InlineData("""options.GetCredentialsAsync = _ => new({|APM1013:"user:secret"|});""")]
    [InlineData("""options.GetCredentialsAsync = _ => new(Task.FromResult("only a task that is done is looked into"));""")]
    [InlineData("""options.GetCredentialsAsync = async _ => {|APM1013:"user:secret"|};""")]
    [InlineData("""options.GetCredentialsAsync = async _ => { await Task.Yield(); return {|APM1013:"user:secret"|}; };""")]
    [InlineData("""options.GetCredentialsAsync = async _ => { var secret = "user:secret"; return flag ? Ask() : {|APM1013:secret|}; };""")]
    [InlineData("""options.GetCredentialsAsync = delegate { return ValueTask.FromResult({|APM1013:"user:secret"|}); };""")]
    [InlineData("""options.GetCredentialsAsync ??= async _ => {|APM1013:"user:secret"|};""")]
    [InlineData("""_ = new WorldpayClientOptions { GetCredentialsAsync = async _ => {|APM1013:"user:secret"|} };""")]
    [InlineData("""var secret = "user:secret"; options.GetCredentialsAsync = async _ => {|APM1013:secret|};""")]
    [InlineData("""options.GetCredentialsAsync = {|APM1013:Fixed|};""")]
    [InlineData("""
        options.GetCredentialsAsync = {|APM1013:Local|};
        ValueTask<string> Local(System.Threading.CancellationToken _) => ValueTask.FromResult("user:secret");
        """)]
    [InlineData("""Configure((WorldpayClientOptions each) => each.GetCredentialsAsync = async _ => {|APM1013:"user:secret"|});""")]
    public async Task A_function_that_returns_a_secret_of_the_code_is_seen(string statements) =>
        await CheckAsync("var options = new WorldpayClientOptions();" + statements);

    [Theory]
    [InlineData("""options.GetCredentialsAsync = async _ => text;""")]
    [InlineData("""options.GetCredentialsAsync = async _ => "user:" + text;""")]
    [InlineData("""options.GetCredentialsAsync = async _ => $"user:{Ask()}";""")]
    [InlineData("""options.GetCredentialsAsync = async _ => { Func<string> name = () => "the name of a secret"; return await ReadAsync(name()); };""")]
    [InlineData("""options.GetCredentialsAsync = _ => ReadAsync("the name of a secret");""")]
    [InlineData("""options.GetCredentialsAsync = async _ => await ReadAsync("the name of a secret");""")]
    [InlineData("""options.GetCredentialsAsync = Asked;""")]
    [InlineData("""options.GetCredentialsAsync = null;""")]
    [InlineData("""Func<System.Threading.CancellationToken, ValueTask<string>> unrelated = async _ => "no secret";""")]
    [InlineData("""options.GetCredentialsAsync = _ => throw new InvalidOperationException("no secret");""")]
    public async Task A_function_that_asks_for_a_secret_is_left_alone(string statements) =>
        await CheckAsync("var options = new WorldpayClientOptions();" + statements);

    [Fact]
    public async Task The_message_says_which_secret_by_the_type_in_the_code()
    {
        var found = await Shop.CheckAsync(Shop.Method("""
            new ApmWebhookOptions().Keys["1"] = {|APM1013:"secret"|};
            _ = new WorldpayClientOptions
            {
                Password = {|APM1013:"secret"|},
                GetCredentialsAsync = async _ => {|APM1013:"user:secret"|},
            };
            """));

        Assert.Equal(
            ["A secret in ApmWebhookOptions.Keys", "WorldpayClientOptions.Password", "The value that WorldpayClientOptions.GetCredentialsAsync returns"],
            found.Select(diagnostic => diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture).Split(" is written in code")[0]));
    }

    private static Task CheckAsync(string statements) => Shop.CheckAsync(Shop.Method(statements, """
            private const string Secret = "secret";

            private static void Configure(Action<ApmWebhookOptions> configure) => configure(new ApmWebhookOptions());

            private static void Configure(Action<WorldpayClientOptions> configure) => configure(new WorldpayClientOptions());

            private static void Fill(ApmWebhookOptions options, string secret) => options.Keys["1"] = secret;

            private static void FillMore(ApmWebhookOptions options, string secret) => options.Keys.Add("2", secret);

            private static ValueTask<string> Fixed(System.Threading.CancellationToken _) => ValueTask.FromResult("user:secret");

            private static ValueTask<string> Asked(System.Threading.CancellationToken _) => ReadAsync("the name of a secret");

            private static ValueTask<string> ReadAsync(string name) => ValueTask.FromResult(name + Ask());
            """));
}
