namespace Apm.Specs;

/// <summary>An API file that was judged.</summary>
public sealed class BoundApi
{
    /// <summary>Null where the text is not YAML or says no id. Beside errors it holds what is right.</summary>
    public ApiModel? Model { get; internal set; }

    /// <summary>All that is wrong with the file, in the order of the text.</summary>
    public EquatableArray<SpecDiagnostic> Diagnostics { get; internal set; }

    /// <summary>What methods start from.</summary>
    internal BaseSpec Base { get; set; } = BaseSpec.Unknown;
}

/// <summary>A method file that was judged.</summary>
public sealed class BoundMethod
{
    /// <summary>Null where the text is not YAML or says no id, or where its API has no model. Beside errors it holds what is right.</summary>
    public MethodModel? Model { get; internal set; }

    /// <summary>All that is wrong with the file, in the order of the text. What is wrong with its API is reported there.</summary>
    public EquatableArray<SpecDiagnostic> Diagnostics { get; internal set; }

    /// <summary>What methods that extend this one start from.</summary>
    internal BaseSpec Base { get; set; } = BaseSpec.Unknown;
}
