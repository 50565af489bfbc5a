namespace Apm.Generators;

/// <summary>Empty types, so that code that uses a method does not get many errors while its spec is invalid.</summary>
internal static class EmitStub
{
    public static string Of(MethodInput input) => Context(input).File(input.Id + ", which has errors", code => code.Line($$"""
        /// <summary>{{input.Prefix}} has no members until the errors in its spec are fixed.</summary>
        {{EmitContext.GeneratedCode}}
        public static class {{input.Prefix}}
        {
        }

        /// <summary>{{input.Prefix}} has no members until the errors in its spec are fixed.</summary>
        {{EmitContext.GeneratedCode}}
        public sealed record {{input.Prefix}}PaymentRequest
        {
        }

        /// <summary>{{input.Prefix}} has no members until the errors in its spec are fixed.</summary>
        {{EmitContext.GeneratedCode}}
        public sealed class {{input.Prefix}}Payment
        {
        }
        """));

    private static EmitContext Context(MethodInput input) => new(input.Namespace, input.Prefix, "", null, default, false, SharedChecks.None);
}
