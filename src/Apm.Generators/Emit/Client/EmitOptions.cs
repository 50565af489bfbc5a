using Apm.Specs;

namespace Apm.Generators;

/// <summary>The options of an API's client.</summary>
internal static class EmitOptions
{
    public static void Write(CodeWriter code, ApiModel api)
    {
        var type = api.Prefix + "ClientOptions";
        EmitDocs.Summary(code, $"The address of the {api.Name}, and the credentials.");
        code.Line(EmitContext.GeneratedCode);
        using (code.Block($"public sealed class {type} : {Base(api.Authentication)}"))
        {
            foreach (var host in api.Hosts)
            {
                if (host.Setting is { } setting)
                {
                    EmitMerchant.Host(code, host, api.Merchant!.Member(setting)!);
                    continue;
                }

                EmitDocs.Summary(code, $"The host {host.Name}: {host.Url}.");
                code.Line($"public static global::System.Uri {CSharpName.Property(host.Name)}Host {{ get; }} = new({CSharpText.Literal(host.Url)});");
                code.Line();
            }

            code.Line($$"""
                /// <summary>Creates options for {{CSharpText.Xml(First(api).Url)}}, without credentials.</summary>
                public {{type}}()
                    : base({{BaseArguments(api)}})
                {
                }

                """);
            if (EmitMerchant.IsOption(api))
            {
                EmitMerchant.Options(code, api);
                code.Line();
            }

            Profile(code, api);
        }

        if (EmitMerchant.IsOption(api))
        {
            code.Line();
            EmitMerchant.Class(code, api);
        }
    }

    private static void Profile(CodeWriter code, ApiModel api)
    {
        var errors = api.Errors;
        using (code.Block("internal static global::Apm.ApiProfile Profile { get; } = new()", "};"))
        {
            code.Line($"""
                Name = {CSharpText.Literal(api.Id)},
                Headers = [{Headers(api, areTemplates: false)}],
                ReferencePath = {CSharpText.Literal("$." + api.Roles.Reference)},
                IdempotencyHeader = {CSharpText.LiteralOrNull(api.IdempotencyHeader)},
                CorrelationHeader = {CSharpText.LiteralOrNull(errors.CorrelationHeader)},
                DuplicateReferenceError = {CSharpText.LiteralOrNull(errors.Code(ErrorKind.DuplicateReference)?.Name)},
                ErrorNames = [{CSharpText.Join(errors.Codes.Select(code => code.Name).OfType<string>().Distinct().Select(CSharpText.Literal))}],
                ReadPayment = {api.Prefix}Json.ReadPayment,
                """);
            if (errors.Codes.Any(code => code.Name is null))
            {
                code.Line("HasUnnamedErrors = true,");
            }

            if (api.Headers.Any(header => header.IsTemplate))
            {
                code.Line($"HeaderTemplates = [{Headers(api, areTemplates: true)}],");
            }

            if (api.Format == BodyFormat.Form)
            {
                code.Line($"MediaType = {CSharpText.Literal(FormText.MediaType)},");
            }

            Authentication(code, api);
            Recovery(code, api);
            EmitErrorFacts.OfProfile(code, api);
            using (code.Block("Errors = new()", "},"))
            {
                code.Line($"""
                    Name = {CSharpText.LiteralOrNull(errors.Name)},
                    Message = {CSharpText.Literal(errors.Message)},
                    Details = {CSharpText.LiteralOrNull(errors.Details)},
                    DetailName = {CSharpText.LiteralOrNull(errors.DetailName)},
                    DetailMessage = {CSharpText.LiteralOrNull(errors.DetailMessage)},
                    DetailPath = {CSharpText.LiteralOrNull(errors.DetailPath)},
                    """);
                EmitErrorFacts.OfShape(code, errors);
            }
        }
    }

    private static string Headers(ApiModel api, bool areTemplates) => CSharpText.Join(
        api.Headers
            .Where(header => header.IsTemplate == areTemplates)
            .Select(header => $"new({CSharpText.Literal(header.Name)}, {CSharpText.Literal(header.Value)})"));

    private static void Authentication(CodeWriter code, ApiModel api)
    {
        if (api.Authentication.OAuth2 is { } token)
        {
            using (code.Block("OAuth2 = new()", "},"))
            {
                code.Line($"""
                    Operation = new("token", global::System.Net.Http.HttpMethod.Post, {CSharpText.Literal(token.Path)}, 200),
                    IsInBody = {(token.Credentials == ClientCredentials.Body ? "true" : "false")},
                    Scope = {CSharpText.LiteralOrNull(token.Scope)},
                    """);
            }
        }

        Signature(code, "Signature", api.Authentication.Signature);
        Signature(code, "ResponseSignature", api.ResponseSignature);
    }

    private static void Signature(CodeWriter code, string name, MessageSignatureModel? signature)
    {
        if (signature is null)
        {
            return;
        }

        using (code.Block($"{name} = new()", "},"))
        {
            code.Line($"""
                Header = {CSharpText.Literal(signature.Header)},
                Prefix = {CSharpText.Literal(signature.Prefix)},
                Over = [{CSharpText.Join(signature.Over.Select(part => CSharpText.Literal(part.Written)))}],
                Algorithm = global::Apm.SignatureAlgorithm.{signature.Algorithm},
                IsHex = {(signature.Encoding == SignatureEncoding.Hex ? "true" : "false")},
                Key = global::Apm.SignatureKeyForm.{signature.Key},
                TimeHeader = {CSharpText.LiteralOrNull(signature.TimeHeader)},
                TimeForm = global::Apm.SignatureTimeForm.{signature.TimeForm},
                """);
            if (signature.ToleranceSeconds is { } seconds)
            {
                code.Line($"Tolerance = global::System.TimeSpan.FromSeconds({CSharpText.Number(seconds)}),");
            }
        }
    }

    private static void Recovery(CodeWriter code, ApiModel api)
    {
        var hasQuery = api.Operation(OperationId.Query) is not null;
        if (!hasQuery)
        {
            code.Line("HasQuery = false,");
        }

        if (api.Webhooks is not null && (api.Recovery is not null || !hasQuery))
        {
            code.Line("HasWebhooks = true,");
        }

        if (api.Recovery is not { } recovery)
        {
            return;
        }

        code.Line("Recovery = global::Apm.ApmRecovery." + recovery.Kind switch
        {
            RecoveryKind.DuplicateReference => "SameReference,",
            RecoveryKind.IdempotencyKey => "RepeatWithKey,",
            RecoveryKind.QueryByReference => "FindByReference,",
            _ => "CheckAtGateway,",
        });
        if (recovery.Key is not { } key)
        {
            return;
        }

        using (code.Block("IdempotencyKey = new()", "},"))
        {
            if (key.Header is { } header)
            {
                code.Line($"Header = {CSharpText.Literal(header)},");
            }

            if (key.Length is { } length)
            {
                code.Line($"MinLength = {CSharpText.Number(length.Min)},");
                code.Line($"MaxLength = {(length.Max is { } max ? CSharpText.Number(max) : "int.MaxValue")},");
            }

            if (key.LivesSeconds is { } seconds)
            {
                code.Line($"Lives = global::System.TimeSpan.FromSeconds({CSharpText.Number(seconds)}),");
            }

            if (!key.Operations.IsEmpty)
            {
                code.Line($"Operations = [{CSharpText.Join(key.Operations.Select(CSharpText.Literal))}],");
            }

            code.Line($"""
                ReusedError = {CSharpText.LiteralOrNull(api.Errors.Code(ErrorKind.KeyReused)?.Name)},
                InUseError = {CSharpText.LiteralOrNull(api.Errors.Code(ErrorKind.KeyInUse)?.Name)},
                """);
            EmitErrorFacts.OfKey(code, api.Errors);
        }
    }

    private static string BaseArguments(ApiModel api)
    {
        var host = CSharpName.Property(First(api).Name) + "Host";
        var arguments = api.Authentication.Header is { } header ? $"{host}, {CSharpText.Literal(header)}" : host;
        return api.Authentication.Scheme == AuthenticationScheme.Signature ? arguments + ", Profile.Signature!, Profile.ResponseSignature" : arguments;
    }

    // The default address is a literal host.
    private static HostModel First(ApiModel api) => api.Hosts.First(host => host.Setting is null);

    private static string Base(AuthenticationModel authentication) => authentication.Scheme switch
    {
        AuthenticationScheme.Basic => "global::Apm.BasicClientOptions",
        AuthenticationScheme.Bearer => "global::Apm.BearerClientOptions",
        AuthenticationScheme.OAuth2 => "global::Apm.OAuth2ClientOptions",
        AuthenticationScheme.Signature when authentication.Header is null => "global::Apm.SignatureClientOptions",
        AuthenticationScheme.Signature => "global::Apm.SignedHeaderKeyClientOptions",
        _ => "global::Apm.HeaderKeyClientOptions",
    };
}
