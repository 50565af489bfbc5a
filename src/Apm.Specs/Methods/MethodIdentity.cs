namespace Apm.Specs;

/// <summary>What a method is: how people call it, whether it can be used, and where its facts were read.</summary>
internal sealed record MethodIdentity(string? Name, string? Summary, MethodStatus Status, SourceModel Source)
{
    public static MethodIdentity Read(MethodFile file)
    {
        SpecId.Check(file.Require("apm"), "apm");
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
