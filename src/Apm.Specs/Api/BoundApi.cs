namespace Apm.Specs;

/// <summary>The result of checking an API file.</summary>
public sealed class BoundApi
{
    /// <summary>Null where the text is not YAML or has no id. In a file with errors, the model contains the parts without errors.</summary>
    public ApiModel? Model { get; internal set; }

    /// <summary>All that is wrong with the file, in the order of the text.</summary>
    public EquatableArray<SpecDiagnostic> Diagnostics { get; internal set; }

    /// <summary>What methods start from.</summary>
    internal BaseSpec Base { get; set; } = BaseSpec.Unknown;
}

/// <summary>The result of checking a method file.</summary>
public sealed class BoundMethod
{
    /// <summary>Null where the text is not YAML or has no id, or where its API has no model. In a file
    /// with errors, the model contains the parts without errors.</summary>
    public MethodModel? Model { get; internal set; }

    /// <summary>All that is wrong with the file, in the order of the text. What is wrong with its API is reported there.</summary>
    public EquatableArray<SpecDiagnostic> Diagnostics { get; internal set; }

    /// <summary>What methods that extend this one start from.</summary>
    internal BaseSpec Base { get; set; } = BaseSpec.Unknown;
}
