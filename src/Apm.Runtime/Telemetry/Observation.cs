using System.Diagnostics;
using System.Globalization;

namespace Apm;

/// <summary>Measures one operation. It costs nothing without a listener.</summary>
internal readonly struct Observation
{
    private readonly ApiProfile _profile;
    private readonly string _operation;
    private readonly string? _method;
    private readonly Activity? _activity;
    private readonly long _started;

    private Observation(ApiProfile profile, in ApmCall call)
    {
        _profile = profile;
        _operation = call.Operation.Id;
        _method = call.Method;
        _started = ApmTelemetry.Duration.Enabled ? Stopwatch.GetTimestamp() : 0;
        if (!ApmTelemetry.Source.HasListeners())
        {
            return;
        }

        _activity = ApmTelemetry.Source.StartActivity($"{profile.Name} {_operation}", ActivityKind.Client);
        _activity?.SetTag("apm.api", profile.Name).SetTag("apm.operation", _operation);
        if (_method is not null)
        {
            _activity?.SetTag("apm.method", _method);
        }
    }

    public static Observation Begin(ApiProfile profile, in ApmCall call) => new(profile, call);

    public void Succeeded(int status, bool isRedirectRefused = false)
    {
        if (isRedirectRefused)
        {
            ApmTelemetry.RedirectsRefused.Add(1, Tags(null, null));
            _activity?.SetTag("apm.redirect_refused", true);
        }

        End(status, null);
    }

    public void Failed(Exception exception)
    {
        if (exception is ApmOutcomeUnknownException)
        {
            ApmTelemetry.OutcomesUnknown.Add(1, Tags(null, null));
        }

        var gateway = exception as ApmGatewayException ?? exception.InnerException as ApmGatewayException;
        if (gateway?.ErrorName is { } name)
        {
            _activity?.SetTag("apm.error.name", SafeText.Code(name));
        }

        End(gateway is null ? null : (int)gateway.StatusCode, ErrorType(exception));
    }

    // Metrics have one series for each tag value, so a name of the gateway is a value only if the spec declares it.
    private string ErrorType(Exception exception) => exception switch
    {
        ApmGatewayException { ErrorName: { } name } when _profile.ErrorNames.Contains(name) => name,
        ApmGatewayException { StatusCode: var status } => ((int)status).ToString(CultureInfo.InvariantCulture),
        ApmOutcomeUnknownException => "outcome_unknown",
        ApmUnreachableException => "unreachable",
        ApmActionUnavailableException => "action_unavailable",
        OperationCanceledException => "cancelled",
        _ => exception.GetType().FullName ?? "unknown",
    };

    private void End(int? status, string? errorType)
    {
        if (_started != 0)
        {
            ApmTelemetry.Duration.Record(Stopwatch.GetElapsedTime(_started).TotalSeconds, Tags(status, errorType));
        }

        if (_activity is null)
        {
            return;
        }

        if (status is { } code)
        {
            _activity.SetTag("http.response.status_code", code);
        }

        if (errorType is not null)
        {
            _activity.SetTag("error.type", errorType);
            _activity.SetStatus(ActivityStatusCode.Error);
        }

        _activity.Dispose();
    }

    private TagList Tags(int? status, string? errorType)
    {
        var tags = new TagList { { "apm.api", _profile.Name }, { "apm.operation", _operation } };
        if (_method is not null)
        {
            tags.Add("apm.method", _method);
        }

        if (status is { } code)
        {
            tags.Add("http.response.status_code", code);
        }

        if (errorType is not null)
        {
            tags.Add("error.type", errorType);
        }

        return tags;
    }
}
