using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Apm.Analyzers;

/// <summary>Addresses that are combined from parts.</summary>
internal static class Addresses
{
    public static AddressValue Created(IObjectCreationOperation creation, Value[] values) => new(values switch
    {
        [AddressValue { Text: var start }, var relative] when creation.Constructor?.Parameters[0].Type is { Name: nameof(Uri) } =>
            Combined(start, relative is AddressValue address ? address.Text : relative, creation.Syntax),
        [var text, ..] when creation.Constructor?.Parameters[0].Type.SpecialType == SpecialType.System_String => text,
        _ => Value.Unknown,
    });

    /// <summary>The address that a <see cref="UriBuilder"/> makes from its first argument and from the members that its initializer sets.</summary>
    public static Value Built(Value builder, SyntaxNode syntax)
    {
        if (builder is not RecordValue { Members: var members } || members.Values.Any(member => member.Value is not ConstantValue { Constant: string or long }))
        {
            return Value.Unknown;
        }

        try
        {
            var made = members.TryGetValue(Argument, out var start) ? new UriBuilder((string)((ConstantValue)start.Value).Constant!) : new UriBuilder();
            foreach (var member in members)
            {
                var constant = ((ConstantValue)member.Value.Value).Constant;
                switch (member.Key, constant)
                {
                    case (nameof(UriBuilder.Scheme), string scheme):
                        made.Scheme = scheme;
                        break;
                    case (nameof(UriBuilder.Host), string host):
                        made.Host = host;
                        break;
                    case (nameof(UriBuilder.Port), long port):
                        made.Port = checked((int)port);
                        break;
                    case (nameof(UriBuilder.Path), string path) when IsPlain(path):
                        made.Path = path;
                        break;
                    case (Argument, _):
                        break;
                    default:
                        return Value.Unknown;
                }
            }

            return new AddressValue(new ConstantValue(made.Uri.OriginalString, Texts.Made(syntax, members.Values.Select(member => member.Value))));
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException or OverflowException)
        {
            return Value.Unknown;
        }
    }

    /// <summary>The name of the first argument of a <see cref="UriBuilder"/> among its members.</summary>
    public const string Argument = "$uri";

    private static Value Combined(Value start, Value relative, SyntaxNode syntax)
    {
        if (start is not ConstantValue { Constant: string text } || !IsPlain(text) || !Uri.TryCreate(text, UriKind.Absolute, out var address))
        {
            return Value.Unknown;
        }

        return relative switch
        {
            ConstantValue { Constant: string rest } when IsPlain(rest) && Uri.TryCreate(address, rest, out var combined) =>
                new ConstantValue(combined.OriginalString, Texts.Made(syntax, [start, relative])),
            // Anything else may be absolute, and then replaces the base.
            PartialText { Parts: [{ Text: { } known }, ..] } when IsRelative(known) =>
                new PartialText([new TextPart(address.Scheme + "://", Texts.Made(syntax, [start])), new TextPart(null, null)]),
            _ => Value.Unknown,
        };
    }

    private static bool IsRelative(string known) =>
        !known.StartsWith("//", StringComparison.Ordinal) && known.IndexOfAny(['/', '?', '#', ':']) is >= 0 and var at && known[at] != ':';

    // Other characters may be escaped when parts are combined.
    private static bool IsPlain(string text) => text.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9')
        or '/' or ':' or '.' or '-' or '_' or '?' or '=' or '&' or '#');
}
