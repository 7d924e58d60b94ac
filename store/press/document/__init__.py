"""The room of offices' documents: the text of pages in a .docx or an .odt, with how it is set."""
