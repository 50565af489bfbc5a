namespace Apm.AspNetCore.Tests;

/// <summary>Waits until something is so.</summary>
internal static class Waiting
{
    public static Task Until(Func<bool> isSo, Action? meanwhile = null) => Until(isSo, () =>
    {
        meanwhile?.Invoke();
        return Task.CompletedTask;
    });

    public static async Task Until(Func<bool> isSo, Func<Task> meanwhile)
    {
        while (!isSo())
        {
            await meanwhile();
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }
    }
}
