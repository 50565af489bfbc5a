namespace Apm.SpecMutation;

/// <summary>The specs or the exchanges of a folder cannot be tested. The message names the file and what to do.</summary>
internal sealed class SpecMutationException(string message) : Exception(message);
