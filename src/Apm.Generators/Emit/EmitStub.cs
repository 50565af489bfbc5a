namespace Apm.Generators;

/// <summary>Types by name only, so that code that uses a method is not flooded with errors while its spec is wrong.</summary>
internal static class EmitStub
{
    public static string Of(MethodInput input) => new EmitContext(input.Namespace, input.Prefix, "", null, default, false, SharedChecks.None).File(input.Id + ", which has errors", code => code.Line($$"""
        /// <summary>Nothing is known of {{input.Prefix}} until its spec is right.</summary>
        {{EmitContext.GeneratedCode}}
        public static class {{input.Prefix}}
        {
        }

        /// <summary>Nothing is known of {{input.Prefix}} until its spec is right.</summary>
        {{EmitContext.GeneratedCode}}
        public sealed record {{input.Prefix}}PaymentRequest
        {
        }

        /// <summary>Nothing is known of {{input.Prefix}} until its spec is right.</summary>
        {{EmitContext.GeneratedCode}}
        public sealed class {{input.Prefix}}Payment
        {
        }
        """));
}
