using System.ComponentModel;
using System.Text.Json;

namespace Apm;

/// <summary>Reads an item of a list.</summary>
/// <param name="reader">At the item before, and at its last token afterwards.</param>
/// <param name="path">The path of the object that has the list.</param>
/// <param name="name">The list's name and the index of the item: <c>items[0]</c>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate T JsonItemReader<out T>(ref Utf8JsonReader reader, string path, string name);
