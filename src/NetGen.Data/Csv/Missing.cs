namespace NetGen.Data;

/// <summary>
/// What becomes of an empty field of a column, or of one that holds a text such as NA (<see cref="CsvOptions.MissingTexts"/>).
/// </summary>
public enum Missing
{
    /// <summary>It is an error, which names the line.</summary>
    Error = 0,

    /// <summary>It is the mean of the training part (scikit-learn's <c>SimpleImputer</c>); of numbers only.</summary>
    Mean = 1,

    /// <summary>It is the number 0; of categories, zeros for each category, or the token 0 of what is unknown.</summary>
    Zero = 2,

    /// <summary>The whole row is left out.</summary>
    DropRow = 3,
}
