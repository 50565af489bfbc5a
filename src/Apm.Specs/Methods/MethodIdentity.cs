namespace Apm.Specs;

/// <summary>What a method is: how people call it, whether it can be used, and where its facts were read.</summary>
internal sealed record MethodIdentity(string? Name, string? Summary, MethodStatus Status, SourceModel Source)
{
    private const int MaxWireId = 100;

    /// <summary>Whether a text is the name of a method at a gateway.</summary>
    public static bool IsWireId(string text) => text.Length is > 0 and <= MaxWireId && text.All(c => c is > ' ' and <= '~');

    public static MethodIdentity Read(MethodFile file)
    {
        SpecId.Check(file.Require("apm"), "apm");
        if (!file.IsOverlay && file.Keys.Find("wire-id") is { } wire && wire.Scalar() is { } text && !IsWireId(text.Value))
        {
            file.Diagnostics.Add(
                SpecDescriptors.WrongKind,
                text.Span,
                $"{MessageText.Of(text.Value)} is not a name of a method: write visible ASCII characters without blanks, at most {MaxWireId}");
        }

        var name = file.Require("name")?.Text();
        var summary = file.Keys.Find("summary")?.Text();
        return file.IsOverlay
            ? new MethodIdentity(
                name ?? file.Base.Method?.Name,
                summary ?? file.Base.Method?.Summary,
                file.Base.Method?.Status ?? MethodStatus.Available,
                file.Base.Method?.Source ?? new SourceModel("", null))
            : new MethodIdentity(
                name,
                summary,
                file.Keys.Require("status")?.Choice<MethodStatus>() ?? MethodStatus.Available,
                SourceBinder.Source(file.Keys));
    }
}
