using Apm.Tests.Acme;

namespace Apm.Tests.Webhooks;

/// <summary>The bounds of what a shop may set, each at its last value that is accepted and its first that is not.</summary>
public class WebhookOptionsTests
{
    private static readonly TimeSpan s_tick = TimeSpan.FromTicks(1);
    private static readonly TimeSpan s_hour = TimeSpan.FromHours(1);
    private static readonly WebhookProfile s_profile = Profile(null);
    private static readonly WebhookProfile s_repeating = Profile(TimeSpan.FromDays(3));

    public static TheoryData<string, string> UnusableKeys => new()
    {
        { "", "An id in Keys must not be empty" },
        { " ", "An id in Keys must not be empty" },
        { "a b", "must not contain blanks, commas or slashes" },
        { "a,b", "must not contain blanks, commas or slashes" },
        { ",", "must not contain blanks, commas or slashes" },
        { "a/b", "must not contain blanks, commas or slashes" },
        { "é", "must not contain blanks, commas or slashes" },
        { "a\u007f", "must not contain blanks, commas or slashes" },
    };

    [Fact]
    public void What_is_not_set_has_the_value_that_is_documented()
    {
        var options = new ApmWebhookOptions { Keys = { ["1"] = "secret" } };

        Assert.Empty(options.Failures(s_profile));
        Assert.Empty(options.Failures(s_repeating));
        Assert.Equal((TimeSpan.FromDays(8), TimeSpan.FromDays(4)), (options.RememberForOf(s_profile), options.RememberForOf(s_repeating)));
        Assert.Equal(TimeSpan.FromSeconds(4), options.AnswerWithinOf(s_profile));
        Assert.Equal((TimeSpan.FromMinutes(5), TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(5)), (options.HandleWithin, options.Lease, options.StoreTimeout));
        Assert.Equal(65_536, options.MaxBodyBytes);
        Assert.Equal("ApmWebhookOptions { Keys = 1 }", options.ToString());
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(16, true)]
    [InlineData(17, false)]
    public void There_are_one_to_sixteen_keys(int count, bool accepted)
    {
        var options = new ApmWebhookOptions();
        for (var key = 0; key < count; key++)
        {
            options.Keys[$"k{key}"] = "secret";
        }

        Judge(options, accepted, $"Keys must contain one key for each signing secret of the gateway, and at most 16 keys; it contains {count}.");
    }

    [Theory]
    [MemberData(nameof(UnusableKeys))]
    public void An_id_that_no_signature_can_name_is_refused(string id, string words) =>
        Judge(new() { Keys = { ["1"] = "secret", [id] = "secret" } }, false, words);

    [Fact]
    public void Any_visible_ASCII_may_be_an_id_but_commas_and_slashes() =>
        Judge(new() { Keys = { ["!~" + "a.b:c"] = "secret" } }, true, "");

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void A_key_without_a_secret_is_refused(string secret) =>
        Judge(new() { Keys = { ["1"] = "secret", ["2"] = secret } }, false, "The secret of the key 2 in Keys must not be empty.");

    [Fact]
    public void The_answer_comes_while_the_gateway_waits()
    {
        const string Words = "AnswerWithin must be longer than zero and at most the 5 s";
        Judge(With(options => options.AnswerWithin = TimeSpan.Zero), false, Words);
        Judge(With(options => options.AnswerWithin = s_tick), true, Words);
        Judge(With(options => options.AnswerWithin = s_profile.AcknowledgeWithin), true, Words);
        Judge(With(options => options.AnswerWithin = s_profile.AcknowledgeWithin + s_tick), false, Words);
    }

    [Fact]
    public void A_handler_may_take_as_long_as_an_answer_and_at_most_an_hour()
    {
        const string Words = "HandleWithin must be at least AnswerWithin and at most an hour.";
        Judge(With(options => options.HandleWithin = TimeSpan.FromSeconds(4) - s_tick), false, Words);
        Judge(With(options => options.HandleWithin = TimeSpan.FromSeconds(4)), true, Words);
        Judge(With(options => options.HandleWithin = s_hour), true, Words);
        Judge(With(options => options.HandleWithin = s_hour + s_tick), false, Words);
    }

    [Fact]
    public void An_event_is_remembered_for_as_long_as_it_is_handled_and_at_most_400_days()
    {
        const string Least = "RememberFor must be at least HandleWithin.";
        const string Most = "RememberFor must be at most 400 days.";
        Judge(With(options => options.RememberFor = options.HandleWithin - s_tick), false, Least);
        Judge(With(options => options.RememberFor = options.HandleWithin), true, Least);
        Judge(With(options => options.RememberFor = TimeSpan.FromDays(400)), true, Most);
        Judge(With(options => options.RememberFor = TimeSpan.FromDays(400) + s_tick), false, Most);
    }

    [Fact]
    public void An_event_is_remembered_for_longer_than_the_gateway_repeats_it()
    {
        const string Words = "RememberFor must be longer than the 3.00:00:00 for which the gateway repeats a webhook.";
        Judge(With(options => options.RememberFor = TimeSpan.FromDays(3)), false, Words, s_repeating);
        Judge(With(options => options.RememberFor = TimeSpan.FromDays(3) + s_tick), true, Words, s_repeating);
    }

    [Fact]
    public void A_lease_lasts_a_second_to_an_hour()
    {
        const string Words = "Lease must be between a second and an hour.";
        Judge(With(options => options.Lease = TimeSpan.FromSeconds(1) - s_tick), false, Words);
        Judge(With(options => options.Lease = TimeSpan.FromSeconds(1)), true, Words);
        Judge(With(options => options.Lease = s_hour), true, Words);
        Judge(With(options => options.Lease = s_hour + s_tick), false, Words);
    }

    [Fact]
    public void A_store_is_given_at_most_a_minute()
    {
        const string Words = "StoreTimeout must be longer than zero and at most a minute.";
        Judge(With(options => options.StoreTimeout = TimeSpan.Zero), false, Words);
        Judge(With(options => options.StoreTimeout = s_tick), true, Words);
        Judge(With(options => options.StoreTimeout = TimeSpan.FromMinutes(1)), true, Words);
        Judge(With(options => options.StoreTimeout = TimeSpan.FromMinutes(1) + s_tick), false, Words);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(200, true)]
    [InlineData(201, false)]
    public void A_consumer_has_1_to_200_characters(int length, bool accepted) =>
        Judge(With(options => options.Consumer = new string('x', length)), accepted, "Consumer must have 1 to 200 characters.");

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(16 * 1024 * 1024, true)]
    [InlineData((16 * 1024 * 1024) + 1, false)]
    public void A_body_has_at_most_16_MiB(int bytes, bool accepted) =>
        Judge(With(options => options.MaxBodyBytes = bytes), accepted, "MaxBodyBytes must be between 1 byte and 16 MiB.");

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once() =>
        Assert.Equal(
            5,
            new ApmWebhookOptions
            {
                Lease = TimeSpan.Zero,
                StoreTimeout = TimeSpan.Zero,
                Consumer = "",
                MaxBodyBytes = 0,
            }
                .Failures(s_profile)
                .Count());

    private static void Judge(ApmWebhookOptions options, bool accepted, string words, WebhookProfile? profile = null)
    {
        if (accepted)
        {
            Assert.Empty(options.Failures(profile ?? s_profile));
        }
        else
        {
            Assert.Contains(words, Assert.Single(options.Failures(profile ?? s_profile)), StringComparison.Ordinal);
        }
    }

    private static ApmWebhookOptions With(Action<ApmWebhookOptions> set)
    {
        var options = new ApmWebhookOptions { Keys = { ["1"] = "secret" } };
        set(options);
        return options;
    }

    private static WebhookProfile Profile(TimeSpan? repeatedFor) => new()
    {
        Api = "acme/1",
        Id = "id",
        Type = "type",
        SignatureHeader = "Acme-Signature",
        SignatureForm = WebhookSignatureForm.Single,
        SignatureAlgorithm = WebhookSignatureAlgorithm.HmacSha256,
        SignatureEncoding = WebhookSignatureEncoding.Hex,
        AcknowledgeStatus = 204,
        AcknowledgeWithin = AcmeEvent.Shape.AcknowledgeWithin,
        RepeatedFor = repeatedFor,
    };
}
