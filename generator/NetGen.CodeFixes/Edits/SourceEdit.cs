using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace NetGen.CodeFixes.Edits;

/// <summary>A change of one document's text. All else stays as it is written, comments and spaces included.</summary>
internal readonly record struct SourceEdit(DocumentId Document, TextChange Change);
