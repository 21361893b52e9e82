using Microsoft.CodeAnalysis;
using NetGen.Compiler.Diagnostics;

namespace NetGen.Generator.Reading;

/// <summary>What is wrong with a data set's attributes.</summary>
/// <param name="Text">The end of the sentence "'Digits' cannot be an input: …".</param>
/// <param name="Fixes">Edits of its attributes, the likeliest first.</param>
internal sealed record DataSetFault(string Text, params (AttributeData Attribute, FixKind Kind, string Text)[] Fixes);
