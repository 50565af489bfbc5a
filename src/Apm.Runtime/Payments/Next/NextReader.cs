using System.Text;
using System.Text.Json;

namespace Apm;

/// <summary>Reads what the customer does next from a response.</summary>
internal sealed class NextReader(NextProfile profile, NextActionProfile action, JsonElement root)
{
    private bool _isRefused;

    /// <returns>Null if the response has no action.</returns>
    public static NextAction? Read(NextProfile profile, JsonElement response)
    {
        var root = response;
        if (profile.At is { } at && (!ResponseMember.TryGet(response, at, out root) || root.ValueKind != JsonValueKind.Object))
        {
            return null;
        }

        if (profile.By is not { } by)
        {
            return profile.Actions.Select(action => new NextReader(profile, action, root)).FirstOrDefault(reader => reader.HasValue)?.Read();
        }

        return ResponseMember.TextOrNumber(root, by) is not { } name ? null
            : profile.Actions.FirstOrDefault(action => action.Name == name) is { } known ? new NextReader(profile, known, root).Read()
            : new UnknownAction(name, root.GetRawText());
    }

    private bool HasValue => action.Members.Values.Any(path => ResponseMember.TryGet(root, path, out var value) && value.ValueKind != JsonValueKind.Null);

    private NextAction Read() => action.Kind switch
    {
        "redirect" => Address("url") is { } url ? Redirect(url) : Unknown(),
        "app-link" => Address("url") is { } url ? new AppLinkAction(action.Name, url) : Unknown(),
        "qr-code" => new QrCodeAction(action.Name)
        {
            Text = Text("text"),
            Picture = Address("picture"),
            Page = Address("page"),
            Expires = Time("expires"),
            IsAddressRefused = _isRefused,
        },
        "voucher" => new VoucherAction(action.Name)
        {
            Number = Text("number"),
            Entity = Text("entity"),
            Expires = Time("expires"),
            Document = Address("document"),
            Page = Address("page"),
            Value = Money(),
            IsAddressRefused = _isRefused,
        },
        "bank-details" => new BankDetailsAction(action.Name)
        {
            Holder = Text("holder"),
            Bank = Text("bank"),
            Account = Text("account"),
            Bic = Text("bic"),
            Reference = Text("reference"),
            Value = Money(),
            Expires = Time("expires"),
            Document = Address("document"),
            IsAddressRefused = _isRefused,
        },
        "wait" => new WaitAction(action.Name) { Page = Address("page"), IsAddressRefused = _isRefused },
        _ => Unknown(),
    };

    private RedirectAction Redirect(string url)
    {
        var fields = Fields();
        var method = Text("method");
        return new RedirectAction(action.Name, url)
        {
            IsPost = method is null ? fields.Count > 0 : method.Equals("POST", StringComparison.OrdinalIgnoreCase),
            Fields = fields,
        };
    }

    private UnknownAction Unknown() => new(action.Name, root.GetRawText()) { IsAddressRefused = _isRefused };

    private List<KeyValuePair<string, string>> Fields()
    {
        var fields = new List<KeyValuePair<string, string>>();
        if (Find("fields") is { ValueKind: JsonValueKind.Object } members)
        {
            foreach (var member in members.EnumerateObject())
            {
                if (ResponseMember.TextOrNumber(members, member.Name) is { } value)
                {
                    fields.Add(new(member.Name, value));
                }
            }
        }

        return fields;
    }

    private string? Address(string member)
    {
        if (Text(member) is not { Length: > 0 } text)
        {
            return null;
        }

        if (RedirectAddress.Judge(Encoding.UTF8.GetBytes(text), profile.Schemes.ToArray(), out var ascii) == RedirectVerdict.Accepted)
        {
            return ascii ?? text;
        }

        _isRefused = true;
        return null;
    }

    private string? Text(string member) =>
        action.Members.TryGetValue(member, out var path) && ResponseMember.TextOrNumber(root, path) is { Length: > 0 } text ? text : null;

    private DateTimeOffset? Time(string member) => Find(member) switch
    {
        { ValueKind: JsonValueKind.Number } number when number.TryGetInt64(out var seconds) && IsTime(seconds) => DateTimeOffset.FromUnixTimeSeconds(seconds),
        { ValueKind: JsonValueKind.String } when TimestampText.TryParse(Text(member), out var time) => time,
        _ => null,
    };

    private static bool IsTime(long seconds) =>
        seconds >= DateTimeOffset.MinValue.ToUnixTimeSeconds() && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds();

    private Money? Money() => action.Members.TryGetValue("value", out var path) ? ResponseMember.Money(root, path, profile.Money) : null;

    private JsonElement? Find(string member) =>
        action.Members.TryGetValue(member, out var path) && ResponseMember.TryGet(root, path, out var value) ? value : null;
}
